import { connect } from './src/db/connect.ts';
const db = await connect({ NW_DATA: '/tmp/nwdata2', NW_CONNECTIONS: 1 });
for (const code of ['baker','nurse','lorry-driver','electrician','pharmacist','software-developer','waiter'])
 for (const type of ['occupation','skill']) console.log(code, type, (await db.sql`select c.code, 1-(c.embedding <=> b.embedding) s from concepts c, concepts b where b.code=${code} and c.type=${type} and c.code<>b.code and b.embedding is not null order by 2 desc limit 8`).map(r=>`${r.code} ${r.s.toFixed(2)}`).join(', '));
console.log(await db.sql`select min(s), avg(s)::float8, stddev(s)::float8, percentile_cont(0.99) within group (order by s) p99 from (select 1-(c.embedding <=> b.embedding) s from concepts c, concepts b where c.type='occupation' and b.type='occupation' and c.id<b.id) x`);
await db.close();
