package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.source.GitHistory;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.io.IOException;
import java.util.Optional;

/**
 * The settings of the DCO app in {@code .github/dco.yml}. Where it is missing or cannot be read nothing is allowed and
 * everybody signs off, as with the app.
 *
 * @param individual whether authors may sign off their earlier commits by a later one
 * @param thirdParty whether others may do so on their behalf; only where authors may
 * @param exemptsMembers whether members of the organisation need not sign off commits whose signature the forge verified
 * @see <a href="https://github.com/dcoapp/app#skipping-sign-off-for-organization-members">The DCO app: members</a>
 */
public record DcoSettings(boolean individual, boolean thirdParty, boolean exemptsMembers) {

    private static final String PATH = ".github/dco.yml";

    /** The most bytes; the file holds a handful of lines. */
    private static final int SIZE_LIMIT = 1 << 20;

    private static final DcoSettings NONE = new DcoSettings(false, false, false);

    /**
     * Those that hold for a change: what the commit says that it is compared with. The change's own would let it switch off
     * what it is judged by.
     *
     * @param base that commit's hash
     * @throws IOException when the history cannot be read
     */
    public static DcoSettings at(GitHistory history, String base) throws IOException {
        Optional<byte[]> bytes = history.fileAt(base, PATH, SIZE_LIMIT);
        if (bytes.isEmpty()) {
            return NONE;
        }
        try {
            return of(SourceFile.decode(PATH, bytes.get()));
        } catch (UnreadableFileException e) {
            // Silent: without settings all must sign off, which is the strictest of them.
            return NONE;
        }
    }

    private static DcoSettings of(SourceFile file) throws UnreadableFileException {
        Optional<YamlMapping> root = YamlDocument.parse(file).mapping();
        Optional<YamlMapping> allowed = root.flatMap(it -> it.mapping("allowRemediationCommits"));
        boolean individual = allowed.filter(it -> flag(it, "individual")).isPresent();
        return new DcoSettings(
                individual,
                individual && allowed.filter(it -> flag(it, "thirdParty")).isPresent(),
                root.flatMap(it -> it.mapping("require"))
                        .flatMap(it -> it.scalar("members"))
                        .flatMap(YamlScalar::asBoolean)
                        .filter(members -> !members)
                        .isPresent());
    }

    private static boolean flag(YamlMapping mapping, String key) {
        return mapping.scalar(key).flatMap(YamlScalar::asBoolean).orElse(false);
    }

    /** Whether that remediation counts. */
    public boolean allows(Remediation remediation) {
        return remediation.isThirdParty() ? thirdParty : individual;
    }
}
