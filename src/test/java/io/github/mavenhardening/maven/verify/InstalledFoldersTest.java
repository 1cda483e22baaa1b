package io.github.mavenhardening.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.lock.installed.InstalledComparison;
import io.github.mavenhardening.core.lock.installed.InstalledEntry;
import io.github.mavenhardening.core.lock.installed.InstalledFiles;
import io.github.mavenhardening.maven.session.FrontendModules;
import io.github.mavenhardening.maven.session.Sessions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledFoldersTest {

    private static final String PLUGIN = "com.github.eirslett:frontend-maven-plugin";

    @TempDir
    Path root;

    private InstalledFiles lock = InstalledFiles.none();
    private MavenSession session;
    private InstalledFolders folders;

    @BeforeEach
    void install() {
        Sessions.write(root.resolve("a/node/node"), "abc");
        Sessions.write(root.resolve("b/node/node"), "abc");
        Sessions.write(root.resolve("tools/tool"), "abc");
        session = FrontendModules.session(root, "a", "b");
        folders = new InstalledFolders(session, root);
    }

    private void lock(String... paths) {
        TreeMap<String, InstalledEntry> entries = new TreeMap<>();
        entries.put("node", InstalledEntry.file(3, "0".repeat(64)));
        for (String path : paths) {
            lock = lock.with(path, "linux-x86_64", entries);
        }
    }

    private MavenProject module(int number) {
        return session.getProjects().get(number);
    }

    /** The folders that are compared once the last of these modules is built. */
    private List<String> compared(MavenProject... built) {
        List<String> compared = new ArrayList<>();
        for (InstalledComparison one : comparisons(built)) {
            compared.add(one.folder());
        }
        return compared;
    }

    private List<InstalledComparison> comparisons(MavenProject... built) {
        return folders.compare(lock, built[built.length - 1], Set.of(built));
    }

    @Test
    void comparesAFolderOnceItsModuleIsBuilt() {
        lock("a/node", "b/node", "tools");

        assertThat(folders.covered(lock)).containsExactly(PLUGIN);
        assertThat(folders.concern(module(0), lock)).isTrue();
        assertThat(compared(module(0))).containsExactly("a/node");
        assertThat(compared(module(0), module(1))).containsExactly("a/node", "b/node", "tools");
        assertThat(comparisons(module(0), module(1)).get(0).changes()).hasSize(1);
    }

    @Test
    void comparesWhatElseThePluginInstallsWhereOneFolderIsLocked() {
        lock("a/node");

        assertThat(compared(module(1))).containsExactly("b/node");
        assertThat(comparisons(module(1)).get(0).unlocked()).containsExactly("node");
    }

    @Test
    void comparesNothingWhereNothingIsLocked() {
        assertThat(folders.covered(lock)).isEmpty();
        assertThat(folders.concern(module(0), lock)).isFalse();
        assertThat(compared(module(0), module(1))).isEmpty();
    }

    @Test
    void leavesWhatOtherModulesLeftThereToTheirBuild() {
        lock("a/node", "b/node", "tools");
        session.setProjects(List.of(module(0)));
        folders = new InstalledFolders(session, root);

        assertThat(compared(module(0))).containsExactly("a/node");
    }

    @Test
    void comparesASharedFolderWithEachModuleThatInstallsThere() {
        lock("shared/node");
        FrontendModules.installInto(module(0), "../shared");
        FrontendModules.installInto(module(1), "../shared");
        folders = new InstalledFolders(session, root);
        assertThat(comparisons(module(0)).get(0).isThere()).isFalse();

        Sessions.write(root.resolve("shared/node/node"), "abc");
        assertThat(comparisons(module(0), module(1)).get(0).changes()).hasSize(1);
    }

    @Test
    void comparesAgainWhenTheGoalRunsAgain() {
        lock("a/node", "tools");
        assertThat(comparisons(module(1), module(0)).get(2).unlocked()).containsExactly("tool");

        Sessions.write(root.resolve("a/node/more"), "abc");
        Sessions.write(root.resolve("tools/more"), "abc");
        List<InstalledComparison> again = comparisons(module(1), module(0));
        assertThat(again.get(0).unlocked()).containsExactly("more");
        assertThat(again.get(2).unlocked()).containsExactly("more", "tool");
    }

    /** The bytes, too: what was hashed before the plugin ran says nothing of what it wrote. */
    @Test
    void hashesAgainWhatWasWrittenSince() {
        lock("a/node");
        String before = comparisons(module(0)).get(0).changes().get(0).found().content();

        Sessions.write(root.resolve("a/node/node"), "abd");
        assertThat(comparisons(module(0)).get(0).changes().get(0).found().content())
                .isNotEqualTo(before);
    }

    @Test
    void doesNotAnswerForAPluginThatAlsoInstallsOutsideTheRepository() {
        lock("a/node");
        FrontendModules.installInto(module(1), "../../elsewhere");
        folders = new InstalledFolders(session, root);

        assertThat(folders.covered(lock)).isEmpty();
        assertThat(compared(module(0)))
                .as("what is locked is compared all the same")
                .containsExactly("a/node");
    }

    @Test
    void doesNotAnswerForModulesOutsideTheRepositoryThatAreNotBuilt() {
        lock("a/node");
        FrontendModules.installInto(module(1), "../../elsewhere");
        session.setProjects(List.of(module(0)));

        assertThat(new InstalledFolders(session, root).covered(lock)).isEmpty();
    }
}
