package io.github.mavenhardening.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.lock.Hashing;
import io.github.mavenhardening.core.lock.installed.InstalledComparison;
import io.github.mavenhardening.core.lock.installed.InstalledEntry;
import io.github.mavenhardening.core.lock.installed.InstalledFiles;
import io.github.mavenhardening.maven.session.FrontendModules;
import io.github.mavenhardening.maven.session.Sessions;
import java.nio.file.Path;
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
        build("a", "b");
    }

    private void build(String... modules) {
        session = FrontendModules.session(root, modules);
        folders = new InstalledFolders(session, root, new Hashing());
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

    private List<String> compared(MavenProject... built) {
        return folders.compare(lock, Set.of(built)).stream()
                .map(InstalledComparison::folder)
                .toList();
    }

    @Test
    void comparesAFolderOnceItsModuleIsBuilt() {
        lock("a/node", "b/node", "tools");

        assertThat(folders.plugins(lock)).containsExactly(PLUGIN);
        assertThat(folders.concern(module(0), lock)).isTrue();
        assertThat(compared(module(0))).containsExactly("a/node");
        assertThat(compared(module(0), module(1))).containsExactly("a/node", "b/node", "tools");
        assertThat(folders.compare(lock, Set.of()).get(0).changes()).hasSize(1);
    }

    @Test
    void comparesWhatElseThePluginInstallsWhereOneFolderIsLocked() {
        lock("a/node");

        assertThat(compared(module(1))).containsExactly("b/node");
        assertThat(folders.compare(lock, Set.of(module(1))).get(0).unlocked()).containsExactly("node");
    }

    @Test
    void comparesNothingWhereNothingIsLocked() {
        assertThat(folders.plugins(lock)).isEmpty();
        assertThat(folders.concern(module(0), lock)).isFalse();
        assertThat(compared(module(0), module(1))).isEmpty();
    }

    @Test
    void leavesWhatOtherModulesLeftThereToTheirBuild() {
        lock("a/node", "b/node", "tools");
        MavenSession all = session;
        build("a");
        session.setAllProjects(all.getProjects());
        folders = new InstalledFolders(session, root, new Hashing());

        assertThat(compared(module(0))).containsExactly("a/node");
    }
}
