"use strict";(self.webpackChunk=self.webpackChunk||[]).push([[179],{1:(e,t,n)=>{var r=n(2),o="/api/v1",i=n.n(r);const s=r.create({baseURL:o,timeout:3e4});
t.list=function(e){return s.get("/documents?limit=20&offset=".concat(20*e))};t.one=function(e){return s.get("/documents/".concat(e.id))};
t.send=e=>s.post("/feedback",e);t.tree=()=>fetch(`${o}/sections/tree`).then((e=>e.json()));
fetch(window.__CONFIG__.apiUrl+"/budgets/years").then(e=>e.json());$.getJSON("\/rest\/news.json");
$.ajax({url:"/ajax/subscribe.php",type:"POST",data:{a:1}});
t.routes=[{path:"/",name:"home"},{path:"/budget-for-citizens",meta:{title:"x"},title:"\u0411\u044e\u0434\u0436\u0435\u0442 \u0434\u043b\u044f \u0433\u0440\u0430\u0436\u0434\u0430\u043d"},{path:"/documents/:id"},{path:"*"}];
t.menu=[{label:"Памятка",href:"/static/files/pamyatka.pdf"}];t.icon="/img/logo.svg";t.type="application/json";n.e(3).then(()=>import("./Documents-77ab.js"))
}}]);
//# sourceMappingURL=main.js.map
