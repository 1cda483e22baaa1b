package io.github.mavenhardening.core.lock.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InstalledFilesTest {

    private static InstalledFiles files(String folder, String system, String digit) {
        TreeMap<String, InstalledEntry> entries = new TreeMap<>();
        entries.put("node", InstalledEntry.file(1, digit.repeat(64)));
        return InstalledFiles.none().with(folder, system, entries);
    }

    @Test
    void keepsOursOfWhatBothHave() {
        InstalledFiles ours = files("a/node", "linux-x86_64", "1");
        InstalledFiles theirs = files("a/node", "linux-x86_64", "2")
                .union(files("a/node", "osx-aarch_64", "3"))
                .union(files("b/node", "linux-x86_64", "4"));

        InstalledFiles union = ours.union(theirs);
        assertThat(union.of("a/node", "linux-x86_64")).isEqualTo(ours.of("a/node", "linux-x86_64"));
        assertThat(union.systemsOf("a/node")).containsExactly("linux-x86_64", "osx-aarch_64");
        assertThat(union.folders()).containsOnlyKeys("a/node", "b/node");
    }

    @Test
    void forgetsAFolderWithItsLastSystem() {
        InstalledFiles one = files("a/node", "linux-x86_64", "1");

        assertThat(one.without("a/node", "osx-aarch_64")).isEqualTo(one);
        assertThat(one.without("a/node", "linux-x86_64")).isEqualTo(InstalledFiles.none());
    }

    @Test
    void tellsWhichFoldersAcceptOtherFiles() {
        InstalledFiles before = files("a/node", "linux-x86_64", "1").union(files("b/node", "linux-x86_64", "1"));

        assertThat(before.union(files("c/node", "linux-x86_64", "1")).changedSince(before))
                .as("more is not other")
                .isEmpty();
        assertThat(before.union(files("a/node", "osx-aarch_64", "1")).changedSince(before))
                .isEmpty();
        assertThat(files("a/node", "linux-x86_64", "2").changedSince(before)).containsExactly("a/node", "b/node");
    }

    @Test
    void knowsAFolderInAnother() {
        List<String> folders = List.of("a", "a-b", "a/b/c", "b");

        assertThat(InstalledFiles.outerOf("a/b/c", folders)).contains("a");
        assertThat(InstalledFiles.outerOf("a-b", folders)).isEmpty();
        assertThat(InstalledFiles.outerOf("a", folders)).isEmpty();
    }
}
