package io.github.mavenhardening.core.lock.installed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.lock.Sha256;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstalledTreeTest {

    private static final String A = Sha256.ofText("a");

    private final TreeMap<String, InstalledEntry> leaves = new TreeMap<>();

    private InstalledTreeTest files(String pattern, int count) {
        for (int i = 0; i < count; i++) {
            leaves.put(pattern.formatted(i), InstalledEntry.file(1, A));
        }
        return this;
    }

    private InstalledTree tree() {
        return new InstalledTree(leaves);
    }

    @Test
    void listsEachFileWhereThereAreFew() {
        files("node_modules/npm/%d.js", 2).files("node", 1);

        assertThat(tree().entries()).isEqualTo(leaves);
    }

    @Test
    void hashesAFolderByItsList() {
        leaves.put("lib/a.js", InstalledEntry.file(1, A));
        leaves.put("lib/b/c.js", InstalledEntry.file(2, Sha256.ofText("cc")));
        leaves.put("lib/d", InstalledEntry.link("b/c.js"));
        leaves.put("library", InstalledEntry.file(9, A));

        String list = A + "  a.js\n" + Sha256.ofText("cc") + "  b/c.js\nlink to " + Sha256.ofText("b/c.js") + "  d\n";
        assertThat(tree().at("lib/")).contains(InstalledEntry.folder(3, 3, Sha256.ofText(list)));
        assertThat(tree().at("li/")).isEmpty();
        assertThat(tree().at("lib")).isEmpty();
        assertThat(tree().at(InstalledFiles.ITSELF).orElseThrow().files()).isEqualTo(4);
    }

    @Test
    void hashesWhateverNamesAreInAFolder() {
        leaves.put("lib/\uffff\uffff", InstalledEntry.file(1, A));

        assertThat(tree().at("lib/").orElseThrow().files()).isEqualTo(1);
    }

    @Test
    void listsASubFolderWhereItsFilesWouldBeTooMany() {
        files("bin/%d", 50).files("lib/%d", 50).files("share/doc/%d", 3);

        assertThat(tree().entries().keySet())
                .contains("bin/0", "bin/49", "lib/", "share/doc/0", "share/doc/2")
                .doesNotContain("bin/", "lib/0", "share/", "share/doc/")
                .hasSize(50 + 1 + 3);
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "101, 1"})
    void opensAFolderUpToTheBound(int files, int entries) {
        files("%03d", files);

        assertThat(tree().entries()).hasSize(entries);
    }

    @Test
    void listsTheFolderItselfWhereItHoldsTooMuch() {
        files("%03d", 101);

        assertThat(tree().entries()).containsOnlyKeys(InstalledFiles.ITSELF);
        assertThat(tree().entries().get(InstalledFiles.ITSELF).kind()).isEqualTo(InstalledEntry.Kind.FOLDER);
    }

    @Test
    void isASingleFile() {
        leaves.put(InstalledFiles.ITSELF, InstalledEntry.file(1, A));

        assertThat(tree().entries()).isEqualTo(leaves);
        assertThat(tree().at(InstalledFiles.ITSELF)).contains(InstalledEntry.file(1, A));
    }
}
