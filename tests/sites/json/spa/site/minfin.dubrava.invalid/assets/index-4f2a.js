import{c as r}from"./vendor-11.js";const s=r.create({baseURL:window.__CONFIG__.apiUrl}),a=window.__CONFIG__.apiUrl;
const menu=()=>fetch(`${a}/menu`).then(e=>e.json()),docs=e=>fetch(a+"/documents?limit=5&offset=0").then(t=>t.json()),one=e=>fetch(`${a}/documents/${e.id}`).then(t=>t.json());
const news=()=>fetch(a+"/news?limit=10"),send=e=>s.post("/feedback",e);
const routes=[{path:"/",component:H},{path:"/documents/:id",component:D},{path:"*",component:N}];export{docs,one,menu,news,send,routes};