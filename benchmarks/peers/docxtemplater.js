// Renders with docxtemplater, on request, and says how long it took: a line of JSON in, a line out.
const fs = require("fs");
const readline = require("readline");
const Docxtemplater = require("docxtemplater");
const PizZip = require("pizzip");

function render(template, data) {
  const doc = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
  doc.render(data);
  return doc.toBuffer({ compression: "DEFLATE" });
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const task = JSON.parse(line);
  const template = fs.readFileSync(task.template);
  const data = JSON.parse(fs.readFileSync(task.data));
  const begin = process.hrtime.bigint();
  let made;
  for (let count = 0; count < task.number; count += 1) made = render(template, data);
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9 / task.number;
  if (task.out) fs.writeFileSync(task.out, made);
  console.log(JSON.stringify({ seconds }));
});
