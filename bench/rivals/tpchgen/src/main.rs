// Prints the rows a second of one round: TPC-H's lineitem at scale factor 1 as tbl text to /dev/null on one thread, the way
// tpchgen-cli makes it: each row's Display into a buffer, which is written when it is full.
use std::error::Error;
use std::fs::OpenOptions;
use std::io::Write;
use std::time::Instant;
use tpchgen::generators::LineItemGenerator;

fn main() -> Result<(), Box<dyn Error>> {
    const FULL: usize = 256 * 1024;
    let mut output = OpenOptions::new().write(true).open("/dev/null")?;
    let generator = LineItemGenerator::new(1.0, 1, 1);
    // The first row makes the texts that comments are pieces of, 300 MB; that is not counted.
    let mut rows: u64 = generator.iter().take(1).count() as u64 - 1;
    let mut buffer = Vec::with_capacity(FULL + 4096);
    let start = Instant::now();
    for row in generator.iter() {
        writeln!(&mut buffer, "{row}")?;
        rows += 1;
        if buffer.len() >= FULL {
            output.write_all(&buffer)?;
            buffer.clear();
        }
    }
    output.write_all(&buffer)?;
    println!("{:.0}", rows as f64 / start.elapsed().as_secs_f64());
    Ok(())
}
