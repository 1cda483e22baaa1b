package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.run.AuditResult;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a sparse checkout leaves out is not missing: nobody looked. */
class SparseCheckoutTest {

    private static final Map<PostureCheck, String> WANTED = Map.of(
            new CodeownersFile(), ".github/CODEOWNERS",
            new UpdateBot(), ".github/dependabot.yml",
            new SecurityPolicyFile(), "docs/SECURITY.md",
            new LicenseFile(), "LICENSES/MIT.txt");

    private static AuditResult audit(PostureCheck check, String... leftOut) {
        return PostureCase.of(check).with("README.md", "x").leavingOut(leftOut).audit();
    }

    @Test
    void isAGapWhereTheFileIsLeftOut() {
        WANTED.forEach((check, path) -> {
            assertThat(audit(check, "src/", path).findings()).as(path).isEmpty();
            assertThat(audit(check, "src/", path).gaps())
                    .as(path)
                    .singleElement()
                    .asString()
                    .endsWith("the checkout is sparse, and leaves out " + path);
        });
    }

    @Test
    void isAGapWhereTheFolderIsLeftOut() {
        WANTED.forEach((check, path) -> {
            String folder = path.substring(0, path.indexOf('/') + 1);
            assertThat(audit(check, folder).findings()).as(path).isEmpty();
            assertThat(audit(check, folder).gaps())
                    .as(path)
                    .singleElement()
                    .asString()
                    .endsWith("the checkout is sparse, and leaves out " + folder);
        });
    }

    @Test
    void isAFindingWhereOtherThingsAreLeftOut() {
        WANTED.forEach((check, path) -> {
            assertThat(audit(check, "src/", "docs-of-old/", "src/CODEOWNERS").findings())
                    .as(path)
                    .hasSize(1);
            assertThat(audit(check, "src/").gaps()).as(path).isEmpty();
        });
    }
}
