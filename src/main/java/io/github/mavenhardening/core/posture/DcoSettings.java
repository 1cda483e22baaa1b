package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;

/**
 * What {@code .github/dco.yml} allows. Where it is missing or cannot be read nothing is allowed, as with the app.
 *
 * @param individual whether authors may sign off their earlier commits by a later one
 * @param thirdParty whether others may do so on their behalf; only where authors may
 */
public record DcoSettings(boolean individual, boolean thirdParty) {

    private static final String PATH = ".github/dco.yml";

    /** The repository's. */
    public static DcoSettings of(Repository repository) {
        if (!repository.isFile(PATH)) {
            return new DcoSettings(false, false);
        }
        try {
            Optional<YamlMapping> allowed = YamlDocument.parse(repository.read(PATH))
                    .mapping()
                    .flatMap(root -> root.mapping("allowRemediationCommits"));
            boolean individual = allowed.filter(it -> flag(it, "individual")).isPresent();
            return new DcoSettings(
                    individual,
                    individual && allowed.filter(it -> flag(it, "thirdParty")).isPresent());
        } catch (UnreadableFileException e) {
            return new DcoSettings(false, false);
        }
    }

    private static boolean flag(YamlMapping mapping, String key) {
        return mapping.scalar(key).flatMap(YamlScalar::asBoolean).orElse(false);
    }

    /** Whether that remediation counts. */
    public boolean allows(Remediation remediation) {
        return remediation.isThirdParty() ? thirdParty : individual;
    }
}
