"""The one spider: it carries out what `crawler.walk` decides, region by region."""
