package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.source.GitHistory;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

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

    private static final Pattern FALSE =
            Pattern.compile("|~|null|Null|NULL|false|False|FALSE|[-+]?0+(?:\\.0*)?|\\.nan|\\.NaN|\\.NAN");

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
        boolean individual = allowed.filter(it -> holds(it, "individual")).isPresent();
        return new DcoSettings(
                individual,
                individual && allowed.filter(it -> holds(it, "thirdParty")).isPresent(),
                root.flatMap(it -> it.mapping("require"))
                        .filter(require -> !holds(require, "members"))
                        .isPresent());
    }

    /** As JavaScript has it: all but false, nothing, zero and an empty text. The words yes and no are texts to the app. */
    private static boolean holds(YamlMapping mapping, String key) {
        Optional<YamlNode> value = mapping.get(key);
        if (value.isEmpty() || !(value.get() instanceof YamlScalar scalar)) {
            return value.isPresent();
        }
        return scalar.isUntyped()
                ? !FALSE.matcher(scalar.value()).matches()
                : !scalar.value().isEmpty();
    }

    /** Whether that remediation counts. */
    public boolean allows(Remediation remediation) {
        return remediation.isThirdParty() ? thirdParty : individual;
    }
}
