package io.github.mavenhardening.core.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** Git's smart HTTP protocol on the loopback interface, over the repositories {@code owner/name} below a folder. */
public final class LoopbackGit implements AutoCloseable {

    private static final PersonIdent ADA = new PersonIdent("Ada", "ada@example.org");

    private final Path folder;
    private final HttpServer server;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile int cut;
    private volatile boolean namesOnly;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Serves the repositories below that folder. */
    public LoopbackGit(Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** A new repository {@code owner/name} below a folder. */
    public static Git repository(Path folder, String name) throws GitAPIException {
        // Isolates JGit first, or it measures the file system for seconds and goes by the user's configuration.
        GitFolder.of(folder);
        return Git.init()
                .setInitialBranch("main")
                .setDirectory(folder.resolve(name).toFile())
                .call();
    }

    /** The id of a new commit. */
    public static String commit(Git git) throws GitAPIException {
        return commit(git, Instant.now());
    }

    /** The id of a new commit of that date. */
    public static String commit(Git git, Instant date) throws GitAPIException {
        PersonIdent ada = new PersonIdent(ADA, date);
        return git.commit()
                .setAuthor(ada)
                .setCommitter(ada)
                .setMessage("Change")
                .setSign(false)
                .call()
                .name();
    }

    /** The id of a new commit in which a file has that text. */
    public static String commit(Git git, String path, String text) throws GitAPIException, IOException {
        Path file = git.getRepository().getWorkTree().toPath().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        git.add().addFilepattern(path).call();
        return commit(git);
    }

    /** Tags the newest commit with an annotated tag of that date. */
    public static void tag(Git git, String name, Instant date) throws GitAPIException {
        git.tag()
                .setName(name)
                .setMessage(name)
                .setTagger(new PersonIdent(ADA, date))
                .setSigned(false)
                .call();
    }

    /** Tags the newest commit. */
    public static void tag(Git git, String name, boolean annotated) throws GitAPIException {
        git.tag()
                .setName(name)
                .setAnnotated(annotated)
                .setMessage(annotated ? name : null)
                .setTagger(annotated ? ADA : null)
                .setSigned(false)
                .call();
    }

    /** The address that the repositories are below. */
    public String address() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    /** The repositories that were asked, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** From now on every nth connection is cut before it is answered. */
    public void cutEvery(int nth) {
        cut = nth;
    }

    /** From now on connections are cut that ask for commits, and not for names alone. */
    public void namesOnly() {
        namesOnly = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (cut > 0 && connections.incrementAndGet() % cut == 0) {
                return;
            }
            String[] parts = exchange.getRequestURI().getPath().split("/", 4);
            Path repository = folder.resolve(parts[1]).resolve(parts[2]);
            if (parts[2].equals("private")) {
                // What GitHub answers for repositories that are not there, too.
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"GitHub\"");
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            if (parts[2].matches("[1-5]\\d\\d")) {
                exchange.sendResponseHeaders(Integer.parseInt(parts[2]), -1);
                return;
            }
            if (!Files.isDirectory(repository)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            boolean first = parts[3].equals("info/refs");
            byte[] body = body(exchange).readAllBytes();
            if (namesOnly && new String(body, StandardCharsets.ISO_8859_1).contains("command=fetch")) {
                return;
            }
            if (first) {
                asked.add(parts[1] + "/" + parts[2]);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (Git git = Git.open(repository.toFile())) {
                UploadPack pack = new UploadPack(git.getRepository());
                pack.setBiDirectionalPipe(false);
                String version = exchange.getRequestHeaders().getFirst("Git-Protocol");
                pack.setExtraParameters(version == null ? List.of() : List.of(version));
                if (first) {
                    PacketLineOut lines = new PacketLineOut(out);
                    lines.writeString("# service=git-upload-pack\n");
                    lines.end();
                    pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines), "git-upload-pack");
                } else {
                    pack.upload(new ByteArrayInputStream(body), out, null);
                }
            }
            String kind = first ? "advertisement" : "result";
            exchange.getResponseHeaders().add("Content-Type", "application/x-git-upload-pack-" + kind);
            exchange.sendResponseHeaders(200, out.size());
            exchange.getResponseBody().write(out.toByteArray());
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
