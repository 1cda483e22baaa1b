package io.github.mavenhardening.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The mirrors that a user's Git configuration names, {@code url.<base>.insteadOf}: those over HTTP, without a user in the address.
 * Others are left out, and said to be. A checkout's own configuration is never asked, for it may be anybody's. Files that a
 * configuration includes are not read.
 *
 * @see <a href="https://git-scm.com/docs/git-config#Documentation/git-config.txt-urlltbasegtinsteadOf">git-config: insteadOf</a>
 */
public final class GitMirrors implements UnaryOperator<String> {

    private static final int LIMIT = 1 << 20;

    private final SortedMap<String, String> bases = new TreeMap<>();
    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private final Consumer<String> log;

    private GitMirrors(Consumer<String> log) {
        this.log = log;
    }

    /**
     * Those of some files, of which later ones go over earlier ones.
     *
     * @param files what to call them, by where they are; they need not be there
     * @param log hears once of each mirror that is asked, and of each that cannot be
     * @throws IOException when one is there and cannot be read; the message is for the user
     */
    public static GitMirrors of(Map<Path, String> files, Consumer<String> log) throws IOException {
        GitMirrors mirrors = new GitMirrors(log);
        for (Map.Entry<Path, String> file : files.entrySet()) {
            if (Files.exists(file.getKey())) {
                mirrors.add(read(file.getKey(), file.getValue()));
            }
        }
        return mirrors;
    }

    private static GitConfig read(Path file, String name) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LIMIT + 1);
        } catch (IOException e) {
            throw new IOException("Git's configuration " + name + " cannot be read", e);
        }
        if (bytes.length > LIMIT) {
            throw new IOException("Git's configuration " + name + " is larger than " + LIMIT + " bytes");
        }
        return GitConfig.parse(new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IOException("Git's configuration " + name + " breaks its syntax"));
    }

    private void add(GitConfig config) {
        config.bySubsection("url", "insteadOf").forEach((base, replaced) -> {
            for (String begin : replaced) {
                // An empty one takes those before it back, which nobody does with mirrors.
                if (!begin.isEmpty()) {
                    bases.put(begin, base);
                }
            }
        });
    }

    /** Where to ask instead of an address: of those that it begins with, the longest says so. */
    @Override
    public String apply(String address) {
        String longest = "";
        for (String begin : bases.keySet()) {
            if (address.startsWith(begin) && begin.length() > longest.length()) {
                boolean fit = isFit(bases.get(begin) + address.substring(begin.length()));
                longest = fit ? begin : longest;
                if (!fit && said.add(begin)) {
                    // The address may have a password.
                    log.accept("Git's configuration leads " + begin
                            + " to an address that is not HTTP, or has a user in it, and is not followed there");
                }
            }
        }
        if (longest.isEmpty()) {
            return address;
        }
        String base = bases.get(longest);
        if (said.add(longest)) {
            log.accept("Asks " + base + " instead of " + longest + ", as Git's configuration says");
        }
        return base + address.substring(longest.length());
    }

    private static boolean isFit(String address) {
        return address.matches("https?://[A-Za-z0-9.:\\[\\]-]{1,255}/[\\w./~%+-]{0,1000}");
    }
}
