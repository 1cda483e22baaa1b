package io.github.mavenhardening.maven.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mavenhardening.core.lock.installed.InstalledFiles;
import io.github.mavenhardening.core.lock.installed.InstalledUpdate;
import io.github.mavenhardening.maven.session.FrontendModules;
import io.github.mavenhardening.maven.session.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationsTest {

    @TempDir
    Path root;

    private Installations installations;

    @BeforeEach
    void install() {
        Sessions.write(root.resolve("web/node/node"), "abc");
        Sessions.write(root.resolve("tools/tool"), "abc");
        installations = new Installations(FrontendModules.session(root, "web"), root);
    }

    private static LockOptions wish(boolean prune, List<String> accept, String... files) {
        return new LockOptions(
                accept,
                prune,
                List.of(),
                false,
                Optional.empty(),
                false,
                List.of(),
                false,
                List.of(),
                false,
                List.of(files),
                false);
    }

    private InstalledUpdate compare(InstalledFiles lock, String... files) throws LockException {
        return installations.compare(lock, wish(false, List.of(), files));
    }

    private void refused(InstalledFiles lock, LockOptions wish, String message) {
        assertThatExceptionOfType(LockException.class)
                .isThrownBy(() -> installations.compare(lock, wish))
                .satisfies(e -> assertThat(e.isRefusal()).isTrue())
                .withMessageContaining(message);
    }

    @Test
    void locksWhatPluginsInstallAndWhatTheUserNames() throws Exception {
        assertThat(compare(InstalledFiles.none()).added()).containsExactly("web/node");

        InstalledUpdate both = compare(InstalledFiles.none(), "to*");
        assertThat(both.added()).containsExactly("tools", "web/node");
        assertThat(installations.changes(both))
                .containsExactly(
                        "+ tools (installed, linux-x86_64): 1 entry of .mvn/hardening-lock.json",
                        "+ web/node (installed, linux-x86_64): 1 entry of .mvn/hardening-lock.json");
        assertThat(compare(both.files()).files()).isEqualTo(both.files());
    }

    @Test
    void refusesOtherBytesUntilTheyAreAccepted() throws Exception {
        InstalledFiles lock = compare(InstalledFiles.none()).files();
        Sessions.write(root.resolve("web/node/node"), "abd");

        refused(lock, wish(false, List.of()), "use -Dhardening.accept=web/node:\n  web/node/node: locked SHA-256 ba78");
        assertThat(installations.compare(lock, wish(false, List.of("web/node"))).accepted())
                .containsExactly("web/node");
    }

    @Test
    void prunesWhatIsThereNoMoreAndNoPluginInstalls() throws Exception {
        InstalledFiles lock = compare(InstalledFiles.none(), "tools").files();
        Files.delete(root.resolve("web/node/node"));
        Files.delete(root.resolve("tools/tool"));

        assertThat(compare(lock).files()).isEqualTo(lock);
        InstalledUpdate pruned = installations.compare(lock, wish(true, List.of()));
        assertThat(pruned.removed()).containsExactly("tools");
        assertThat(pruned.files().folders()).containsOnlyKeys("web/node");
    }

    @Test
    void refusesWhatCannotBeLocked() throws IOException {
        refused(
                InstalledFiles.none(),
                wish(false, List.of(), "web"),
                "web/node lies in web, and both are to be locked");
        refused(InstalledFiles.none(), wish(false, List.of(), "none"), "hardening.files names 'none', which cannot be");

        Files.createSymbolicLink(root.resolve("tools/out"), Path.of("../web"));
        refused(
                InstalledFiles.none(),
                wish(false, List.of(), "tools"),
                "tools: it holds the link 'out', which leads out");
    }

    @Test
    void saysWhatOfAPluginCannotBeLocked() throws Exception {
        Files.createSymbolicLink(root.resolve("web/node/out"), Path.of("../.."));

        assertThat(compare(InstalledFiles.none()).added()).isEmpty();
        assertThat(installations.remarks())
                .containsExactly(
                        "Not locked: what is installed in web/node: it holds the link 'out', which leads out of it");
    }
}
