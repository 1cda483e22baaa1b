package io.github.mavenhardening.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.mavenhardening.core.network.Access;
import io.github.mavenhardening.core.network.NoAnswerException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hosts that send without end, or things whose size is a lie. */
class EndlessGitTest {

    private static final String COMMIT = "1".repeat(40);

    private HttpServer server;
    private String address;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static String line(String text) {
        return String.format("%04x%s", text.length() + 4, text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void begin(HttpExchange exchange, String kind) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/x-git-upload-pack-" + kind);
        exchange.sendResponseHeaders(200, 0);
    }

    /** Sends it again and again until nobody reads any more. */
    private static void flood(OutputStream out, byte[] part) {
        try {
            while (true) {
                out.write(part);
            }
        } catch (IOException e) {
            // That is what is hoped for.
        }
    }

    private static final String SERVICE = line("# service=git-upload-pack\n") + "0000";

    /** One of the old protocol: its names come first. */
    private void names(String names) {
        server.createContext("/o/r/info/refs", exchange -> {
            try (exchange) {
                begin(exchange, "advertisement");
                exchange.getResponseBody().write(bytes(SERVICE + names));
            }
        });
    }

    @Test
    void namesWithoutEndAreNotTaken() {
        server.createContext("/o/r/info/refs", exchange -> {
            try (exchange) {
                begin(exchange, "advertisement");
                OutputStream out = exchange.getResponseBody();
                out.write(bytes(SERVICE + line(COMMIT + " HEAD\0side-band-64k\n")));
                StringBuilder more = new StringBuilder();
                for (int i = 0; i < 10_000; i++) {
                    more.append(line(COMMIT + " refs/tags/v" + i + "\n"));
                }
                flood(out, bytes(more.toString()));
            }
        });

        assertThatThrownBy(() -> new GitRemote(Access.usual()).ask(address + "/o/r"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void newNamesWithoutEndAreNotTaken() {
        server.createContext("/o/r/info/refs", exchange -> {
            try (exchange) {
                begin(exchange, "advertisement");
                OutputStream out = exchange.getResponseBody();
                out.write(bytes(SERVICE + line(COMMIT + " HEAD\0side-band-64k\n")));
                for (long i = 0; i < 10_000_000; i++) {
                    out.write(bytes(line(COMMIT + " refs/tags/v" + i + "\n")));
                }
            } catch (IOException e) {
                // Nobody reads any more.
            }
        });

        assertThatThrownBy(() -> new GitRemote(Access.usual()).ask(address + "/o/r"))
                .isNotInstanceOf(NoAnswerException.class)
                .hasMessageMatching("127\\.0\\.0\\.1:\\d+ answers with more than 16777216 bytes: " + address + "/o/r");
    }

    @Test
    void aLineWithoutEndIsNotTaken() {
        server.createContext("/o/r/info/refs", exchange -> {
            try (exchange) {
                begin(exchange, "advertisement");
                flood(exchange.getResponseBody(), new byte[1 << 16]);
            }
        });

        assertThatThrownBy(() -> new GitRemote(Access.usual()).ask(address + "/o/r"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatIsCompressedIsNotTaken() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes(SERVICE + line(COMMIT + " refs/tags/v1\0side-band-64k\n") + "0000"));
        }
        server.createContext("/o/r/info/refs", exchange -> {
            try (exchange) {
                assertThat(exchange.getRequestHeaders().get("Accept-Encoding")).isNull();
                exchange.getResponseHeaders().add("Content-Encoding", "gzip");
                begin(exchange, "advertisement");
                exchange.getResponseBody().write(zipped.toByteArray());
            }
        });

        assertThatThrownBy(() -> new GitRemote(Access.usual()).ask(address + "/o/r"))
                .isInstanceOf(IOException.class);
    }

    private void pack(byte[] begin, byte[] more) {
        names(line(COMMIT + " refs/heads/main\0multi_ack_detailed filter\n") + "0000");
        server.createContext("/o/r/git-upload-pack", exchange -> {
            try (exchange) {
                begin(exchange, "result");
                OutputStream out = exchange.getResponseBody();
                out.write(bytes(line("NAK\n")));
                out.write(begin);
                if (more.length > 0) {
                    flood(out, more);
                }
            }
        });
    }

    private static byte[] pack(int objects, byte[] first) {
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        pack.writeBytes(bytes("PACK"));
        pack.writeBytes(new byte[] {0, 0, 0, 2, 0, 0, (byte) (objects >> 8), (byte) objects});
        pack.writeBytes(first);
        return pack.toByteArray();
    }

    private GitReach.Question question() {
        return new GitReach.Question(address + "/o/r", new TreeSet<>(List.of("2".repeat(40))));
    }

    /** It takes what is the most that is taken: 128 MiB. */
    @Tag("long")
    @Test
    void aPackWithoutEndIsNotTaken() throws IOException {
        // Files, stored as they are.
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (DeflaterOutputStream zip = new DeflaterOutputStream(stored, new Deflater(Deflater.NO_COMPRESSION))) {
            zip.write(new byte[1 << 20]);
        }
        // A blob of exactly one mebibyte: type 3, size in groups of seven bits.
        byte[] head = {(byte) 0xb0, (byte) 0x80, (byte) 0x80, 0x04};
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.writeBytes(head);
        object.writeBytes(stored.toByteArray());
        pack(pack(0xffff, new byte[0]), object.toByteArray());

        assertThatThrownBy(() -> new GitReach(Access.usual()).ask(question()))
                .isNotInstanceOf(NoAnswerException.class)
                .hasMessageMatching("127\\.0\\.0\\.1:\\d+ answers with more than 134217728 bytes: " + address + "/o/r");
    }

    @Test
    void anObjectThatIsSaidToBeHugeIsNotMadeRoomFor() {
        // A commit of 2³¹-1 bytes, which are taken in one piece.
        byte[] head = {(byte) 0x9f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f};
        pack(pack(1, head), new byte[0]);

        assertThatThrownBy(() -> new GitReach(Access.usual()).ask(question()))
                .isNotInstanceOf(NoAnswerException.class)
                .hasMessageMatching("127\\.0\\.0\\.1:\\d+ sends an object that is too large: " + address + "/o/r");
    }
}
