// Prints the rows a second that faker makes of {name, email, city, integer, date}, written as text to /dev/null: one
// locale, which is all that is loaded, a fixed seed, and a round before the measured one for the compiler to warm up.
//   node rows.mjs [show]
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// The packages are in the working directory, not beside this file.
const require = createRequire(pathToFileURL(process.cwd() + '/'));
const { faker } = await import(pathToFileURL(require.resolve('@faker-js/faker/locale/en')));

const between = { from: '2020-01-01T00:00:00Z', to: '2025-12-31T23:59:59Z' };
const score = { min: 0, max: 1000000 };

function row() {
    const joined = faker.date.between(between).toISOString().slice(0, 10);
    return `${faker.person.fullName()}\t${faker.internet.email()}\t${faker.location.city()}\t${faker.number.int(score)}\t${joined}\n`;
}

function seconds(rows, output) {
    const start = process.hrtime.bigint();
    let block = '';
    for (let index = 0; index < rows; ++index) {
        block += row();
        if (block.length > 65536) {
            fs.writeSync(output, block);
            block = '';
        }
    }
    fs.writeSync(output, block);
    return Number(process.hrtime.bigint() - start) / 1e9;
}

faker.seed(42);
if (process.argv[2] === 'show') {
    seconds(10, 1);
} else {
    const output = fs.openSync('/dev/null', 'w');
    const rows = 300000;
    seconds(rows / 3, output);
    console.log(Math.round(rows / seconds(rows, output)));
}
