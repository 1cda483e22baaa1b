package io.github.mavenhardening.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinaryArtifactsScoreTest {

    private static final String NAME = "Binary-Artifacts";

    private final ScorecardFixture files = new ScorecardFixture();

    /** Some bytes and zeros behind them. */
    private static byte[] bytes(String hex, int length) {
        return Arrays.copyOf(HexFormat.of().parseHex(hex), length);
    }

    @ParameterizedTest
    @CsvSource({
        "7F454C46,         64,  true",
        "7F454C46,         52,  false",
        "4D5A,             2,   true",
        "CAFEBABE0000003D, 8,   true",
        "CFFAEDFE,         4,   true",
        "BEBAFECA,         4,   true",
        "0061736D01000000, 8,   true",
        "0061736D02000000, 8,   false",
        "43723234,         4,   true",
        "EDABEEDB,         97,  true",
        "EDABEEDB,         96,  false",
        "213C617263683E0A64656269616E2D62696E617279, 40, true",
        "213C617263683E0A2F, 40, false",
        "504B0304,         40,  false",
        "D0CF11E0,         40,  false",
        "1F8B08,           40,  false",
    })
    void knowsTheFirstBytes(String hex, int length, boolean expected) {
        files.with("a", bytes(hex, length));
        assertThat(files.score(NAME)).isEqualTo(expected ? "9" : "10");
    }

    @Test
    void knowsDalvikFiles() {
        byte[] dex = bytes("6465780A", 40);
        files.with("a", dex);
        assertThat(files.score(NAME)).isEqualTo("10");
        dex[36] = 0x70;
        assertThat(files.score(NAME)).isEqualTo("9");
    }

    /** Where the first bytes do not tell, the extension of what is no text does. */
    @Test
    void knowsTheExtensions() {
        for (String extension : List.of(
                "crx", "deb", "dex", "dey", "elf", "o", "a", "so", "macho", "iso", "class", "jar", "bundle", "dylib",
                "lib", "msi", "dll", "drv", "efi", "exe", "ocx", "pyc", "pyo", "par", "rpm", "wasm", "whl")) {
            files.clear();
            files.with("x/a." + extension, bytes("01", 8))
                    .with("b." + extension, "text, é\n")
                    .with("c." + extension, "");
            assertThat(files.score(NAME)).as(extension).isEqualTo("9");
        }
        for (String extension :
                List.of("war", "ear", "aar", "apk", "zip", "egg", "obj", "node", "nupkg", "gz", "JAR", "png", "txt")) {
            files.clear();
            files.with("a." + extension, bytes("504B0304", 40));
            assertThat(files.score(NAME)).as(extension).isEqualTo("10");
        }
    }

    @Test
    void looksForWhatIsNoTextInTheWholeFile() {
        files.with("a.lib", "a".repeat(2_000)).with("b.lib", "a".repeat(2_000) + "\0");
        assertThat(files.score(NAME)).isEqualTo("9");
    }

    @ParameterizedTest
    @CsvSource({
        "gradle/wrapper-validation-action@v1,  10",
        "gradle/actions/wrapper-validation@v5, 10",
        "gradle/actions/setup-gradle@v5,       9",
        "o/wrapper-validation@v1,              9",
    })
    void sparesGradlesWrapperWhereItIsVerified(String action, String expected) {
        files.with("gradle/wrapper/gradle-wrapper.jar", bytes("504B0304", 40)).steps("- uses: " + action);
        assertThat(files.score(NAME)).isEqualTo(expected);
    }
}
