// Prints the rows a second that Bloviate's FlatFileGenerator makes of the eight columns of the `wide` tables of its own
// benchmarks, as tab-separated text to /dev/null on one thread, its compiler warmed up by rounds before the measured one.
//   java -cp JARS Wide.java DIRECTORY [show]
// DIRECTORY gets a link to the output: FlatFileGenerator adds an ending to the name that it is given.

import io.bloviate.db.Column;
import io.bloviate.ext.PostgresSupport;
import io.bloviate.file.ColumnDefinition;
import io.bloviate.file.FlatFileGenerator;
import io.bloviate.file.TabDelimitedFile;
import io.bloviate.util.RandomGenerators;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.JDBCType;
import java.util.ArrayList;
import java.util.List;

public class Wide {
    static Column column(String name, JDBCType type, String typeName, Integer size, Integer digits) {
        return new Column(name, "wide", null, null, type, size, digits, typeName, false, false, null, 1);
    }

    public static void main(String[] arguments) throws Exception {
        List<Column> columns = List.of(
                column("c_int", JDBCType.INTEGER, "int4", null, null),
                column("c_bigint", JDBCType.BIGINT, "int8", null, null),
                column("c_name", JDBCType.VARCHAR, "varchar", 64, null),
                column("c_desc", JDBCType.VARCHAR, "varchar", 128, null),
                column("c_amount", JDBCType.NUMERIC, "numeric", 12, 2),
                column("c_score", JDBCType.DOUBLE, "float8", null, null),
                column("c_flag", JDBCType.BOOLEAN, "bool", null, null),
                column("c_ts", JDBCType.TIMESTAMP, "timestamp", null, null));
        PostgresSupport support = new PostgresSupport();
        List<ColumnDefinition> definitions = new ArrayList<>();
        long seed = 42;
        for (Column each : columns) {
            definitions.add(new ColumnDefinition(each.name(), support.getDataGenerator(each, RandomGenerators.create(seed++))));
        }
        boolean show = arguments.length > 1;
        Path name = Path.of(arguments[0], "out");
        Path output = Path.of(arguments[0], "out.txt"); // the ending of tab-delimited files
        Files.deleteIfExists(output);
        if (!show) {
            Files.createSymbolicLink(output, Path.of("/dev/null"));
        }
        long rows = show ? 10 : 500_000;
        double best = 0;
        for (int round = 0; round < (show ? 1 : 4); ++round) {
            long start = System.nanoTime();
            new FlatFileGenerator.Builder(name.toString()).output(new TabDelimitedFile()).addAll(definitions).rows(rows).build().generate();
            best = rows * 1e9 / (System.nanoTime() - start); // the last round's
        }
        if (show) {
            System.out.print(Files.readString(output));
        } else {
            System.out.printf("%.0f%n", best);
        }
        Files.delete(output);
    }
}
