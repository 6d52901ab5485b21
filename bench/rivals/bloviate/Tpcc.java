// Prints the seconds that Bloviate's bulk mode takes for the tables of TPC-C in a PostgreSQL that is reached through a
// unix socket: its own TPC-C configuration, all tables at once, foreign keys switched off meanwhile.
//   java -cp JARS:CLASSES Tpcc SOCKET USER DATABASE WAREHOUSES THREADS PARTITIONS BATCH
// THREADS are connections too; tables of 100 000 rows or more are split into PARTITIONS.

import io.bloviate.db.BulkLoadStrategy;
import io.bloviate.db.DatabaseConfiguration;
import io.bloviate.db.DatabaseFiller;
import io.bloviate.db.TableConfiguration;
import io.bloviate.ext.PostgresSupport;
import io.bloviate.gen.tpcc.TPCCConfiguration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.SocketFactory;

import org.postgresql.ds.PGSimpleDataSource;

public class Tpcc {
    // The driver knows TCP only; a unix socket is what synth's side has.
    public static class UnixSockets extends SocketFactory {
        private final String path;

        public UnixSockets(String path) {
            this.path = path;
        }

        @Override
        public Socket createSocket() {
            return new UnixSocket(path);
        }

        @Override
        public Socket createSocket(String host, int port) {
            return createSocket();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
            return createSocket();
        }
    }

    static class UnixSocket extends Socket {
        private final String path;
        private SocketChannel channel;

        UnixSocket(String path) {
            this.path = path;
        }

        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
        }

        @Override
        public boolean isConnected() {
            return channel != null;
        }

        @Override
        public InputStream getInputStream() {
            return Channels.newInputStream(channel);
        }

        @Override
        public OutputStream getOutputStream() {
            return Channels.newOutputStream(channel);
        }

        @Override
        public void setTcpNoDelay(boolean on) {}

        @Override
        public void setKeepAlive(boolean on) {}

        @Override
        public void setSoTimeout(int timeout) {}

        @Override
        public int getSoTimeout() {
            return 0;
        }

        @Override
        public int getSendBufferSize() {
            return 212_992;
        }

        @Override
        public void close() throws IOException {
            if (channel != null) {
                channel.close();
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setUser(arguments[1]);
        source.setDatabaseName(arguments[2]);
        source.setSocketFactory("Tpcc$UnixSockets");
        source.setSocketFactoryArg(arguments[0]);
        source.setSslMode("disable");
        source.setGssEncMode(org.postgresql.jdbc.GSSEncMode.DISABLE.value);
        source.setReWriteBatchedInserts(true); // as it advises
        int warehouses = Integer.parseInt(arguments[3]);
        int threads = Integer.parseInt(arguments[4]);
        int partitions = Integer.parseInt(arguments[5]);
        int batch = Integer.parseInt(arguments[6]);
        Set<TableConfiguration> tables = TPCCConfiguration.build(warehouses).stream()
                .map(each -> each.rowCount() < 100_000 ? each
                        : new TableConfiguration(each.tableName(), each.rowCount(), each.columnConfigurations(), partitions))
                .collect(Collectors.toSet());
        DatabaseConfiguration configuration = new DatabaseConfiguration(
                batch, 0, new PostgresSupport(), tables, null, 42L, null, BulkLoadStrategy.unorderedBulk());
        long start = System.nanoTime();
        new DatabaseFiller.Builder(source, configuration).threads(threads).build().fill();
        System.out.printf("%.2f%n", (System.nanoTime() - start) / 1e9);
    }
}
