package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.metadata.FileMetadata;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server on the loopback interface that breaks off, says nothing, or says anything. */
@Timeout(60)
class PublicationsTest {

    private static final String GOOD = "HTTP/1.1 200 OK\r\nLast-Modified: Tue, 02 Jan 2024 23:30:00 GMT\r\n\r\n";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private volatile String bad = "";
    private volatile boolean hangs;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "server");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> answer(socket), "answer");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            String request = head(socket.getInputStream());
            asked.add(request);
            boolean good = request.contains("/good/");
            if (!good && hangs) {
                Thread.sleep(20_000);
            }
            socket.getOutputStream().write((good ? GOOD : bad).getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException | InterruptedException e) {
            asked.add("broken: " + e);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                break;
            }
            head.append((char) c);
        }
        return head.toString();
    }

    private Publications publications() {
        Remotes remotes = new Remotes(List.of(new RemoteRepository.Builder(
                        "first",
                        "default",
                        "http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort() + "/m2")
                .build()));
        return new Publications(
                remotes, () -> new LastModified(new DefaultRepositorySystemSession(), Duration.ofMillis(1500)));
    }

    private static Map<String, String> files(String... artifacts) {
        Map<String, String> files = new TreeMap<>();
        for (String artifact : artifacts) {
            files.put("org/example/" + artifact + "/1/" + artifact + "-1.jar", "a".repeat(64));
        }
        return files;
    }

    private static LockMetadata fromFirst(Map<String, String> files) {
        Map<String, FileMetadata> known = new TreeMap<>();
        files.keySet().forEach(path -> known.put(path, FileMetadata.from(Optional.of("first"))));
        return LockMetadata.empty().with(known);
    }

    private static Optional<LocalDate> published(LockMetadata known, String artifact) {
        return known.of("org/example/" + artifact + "/1/" + artifact + "-1.jar").flatMap(FileMetadata::published);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200",
                "HTTP/1.1 200 OK\r\nLast-Mod",
                "\u001b[31mgarbage\r\n::error::x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nLast-Modified: \u001b]0;x\u0007\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "HTTP/1.1 503 Slow down\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: http://[bad\r\n\r\n",
                "HTTP/1.1 200 OK\r\nLast-Modified: Tue, 02 Jan 99999 23:30:00 GMT\r\n\r\n"
            })
    void namesWhatItCouldNotLearnAndKeepsTheRest(String answer) throws Exception {
        bad = answer;
        Map<String, String> files = files("good", "lost");
        Publications publications = publications();

        LockMetadata known = publications.ask(Lock.empty().with(files), fromFirst(files));

        assertThat(published(known, "good")).contains(LocalDate.of(2024, 1, 2));
        assertThat(published(known, "lost")).isEmpty();
        assertThat(publications.problem()).hasValueSatisfying(text -> {
            assertThat(text)
                    .startsWith("The publication date is unknown for 1 version:\n  first ")
                    .endsWith(": org.example:lost:1");
            assertThat(text.substring(text.indexOf('\n') + 1)).doesNotContain("\u001b", "\u0007", "\n", "\r");
        });
    }

    /** Hundreds of versions, each with as long a wait, would take hours. */
    @Test
    void givesUpOnAServerThatHangs() throws Exception {
        hangs = true;
        String[] names = new String[300];
        for (int i = 0; i < names.length; i++) {
            names[i] = "a" + i;
        }
        Map<String, String> files = files(names);
        Publications publications = publications();

        LockMetadata known = publications.ask(Lock.empty().with(files), fromFirst(files));

        assertThat(known).isEqualTo(fromFirst(files));
        assertThat(asked.size()).isLessThan(30);
        assertThat(publications.problem())
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("The publication date is unknown for 300 versions:")
                        .contains(
                                "first did not answer: ",
                                "did not answer 3 times in a row and was not queried any more: "));
    }

    @Test
    void saysNothingWhereAllIsKnown() throws Exception {
        Map<String, String> files = files("good");
        Publications publications = publications();

        publications.ask(Lock.empty().with(files), fromFirst(files));

        assertThat(publications.problem()).isEmpty();
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        saysNothingWhereAllIsKnown();

        for (int i = 0; i < 100 && ours() > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(ours()).isZero();
    }

    private static long ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("hardening-network"))
                .count();
    }
}
