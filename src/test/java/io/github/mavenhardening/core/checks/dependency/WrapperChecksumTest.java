package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.api.BuildCheck;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.finding.Confidence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrapperChecksumTest {

    private static final String FILE = ".mvn/wrapper/maven-wrapper.properties";
    private static final String JAR = ".mvn/wrapper/maven-wrapper.jar";
    private static final String SUM = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.UTF_8);

    private static BuildCase wrapper(String... lines) {
        return new BuildCase().file(FILE, String.join("\n", lines) + "\n");
    }

    /** A checksum ends the wrapper's scripts where the distribution is the daemon's. */
    @Test
    void asksForNoChecksumOfTheDaemon() {
        assertThat(wrapper("distributionUrl=https://repo.example.org/maven-mvnd-1.0.2-linux-amd64.zip")
                        .lines(new WrapperChecksum()))
                .containsExactly(
                        FILE + ":1:17 medium The Maven daemon is downloaded and run without a checksum, which the"
                                + " wrapper's scripts refuse for it");
    }

    @Test
    void wantsTheDistributionsChecksum() {
        assertThat(wrapper("distributionUrl=https://repo.example.org/apache-maven.zip")
                        .lines(new WrapperChecksum()))
                .containsExactly(FILE + ":1:17 medium The Maven distribution is downloaded and run without a checksum:"
                        + " distributionSha256Sum is missing");
    }

    @Test
    void wantsTheChecksumOfGradlesDistribution() {
        String file = "gradle/wrapper/gradle-wrapper.properties";
        String url = "distributionUrl=https\\://repo.example.org/gradle-9.7.1-bin.zip\n";
        BuildCase missing =
                new BuildCase().file(file, url).file("samples/a/" + file, url).file("a/src/" + file, url);
        String message = ":1:17 %s The Gradle distribution is downloaded and run without a checksum:"
                + " distributionSha256Sum is missing";
        assertThat(missing.lines(new WrapperChecksum()))
                .containsExactlyInAnyOrder(
                        file + message.formatted("medium"), "samples/a/" + file + message.formatted("low"));
        assertThat(new BuildCase()
                        .file(file, url + "distributionSha256sum=" + SUM + "\n")
                        .lines(new WrapperChecksum()))
                .singleElement()
                .asString()
                .contains(":2:1 medium", "the name is distributionSha256Sum");
        assertThat(new BuildCase().file(file, url.replace("https", "http")).lines(new WrapperChecksum()))
                .anySatisfy(line -> assertThat(line)
                        .contains(":1:17 high the Gradle distribution is downloaded without encryption"));
        for (String held : new String[] {
            url + "distributionSha256Sum = " + SUM,
            url + "distributionSha256Sum=broken",
            url.replace("https\\://repo.example.org", "file\\:///opt"),
            "distributionUrl=gradle-9.7.1-bin.zip\n"
        }) {
            // Silent: Gradle refuses what does not fit, and loads nothing of a file.
            assertThat(new BuildCase().file(file, held).lines(new WrapperChecksum()))
                    .isEmpty();
        }
    }

    /** Each check says so: any of them may be off. */
    @Test
    void saysThatOfVeryManyBuildsSomeAreLeftOut() {
        BuildCase many = new BuildCase().pom("");
        for (int i = 0; i <= 1_000; i++) {
            many.file("p" + i + "/" + FILE, "");
        }
        for (BuildCheck check : List.of(new WrapperChecksum(), new InsecureRepository(), new VerificationBypass())) {
            CheckContext context = many.context();
            check.check(many.description(), context.into(finding -> {}));
            assertThat(context.gaps())
                    .containsExactly("of the many POMs, settings and wrappers that the root's build does not read,"
                            + " the first 1000 of each were looked at");
        }
    }

    @Test
    void wantsTheWrappersChecksumWhereItIsDownloaded() {
        String[] lines = {
            "wrapperVersion=3.3.2",
            "distributionUrl=https\\://repo.example.org/apache-maven.zip",
            "distributionSha256Sum=" + SUM,
            "wrapperUrl = https://repo.example.org/wrapper.jar"
        };

        assertThat(wrapper(lines).lines(new WrapperChecksum()))
                .singleElement()
                .asString()
                .startsWith(FILE + ":4:14 medium ")
                .contains("wrapperSha256Sum is missing");
        lines[0] = "distributionType=only-script";
        assertThat(wrapper(lines).lines(new WrapperChecksum())).isEmpty();
        lines[0] = "wrapperSha256Sum=" + SUM;
        assertThat(wrapper(lines).lines(new WrapperChecksum())).isEmpty();
    }

    /** Tried on the wrapper's own releases: neither the script nor the jar of 3.1.1 has the name of a checksum. */
    @Test
    void findsChecksumsThatAnOldWrapperDoesNotRead() {
        String url =
                "wrapperUrl=https://repo.example.org/org/apache/maven/wrapper/maven-wrapper/VERSION/maven-wrapper-VERSION.jar";
        String[] lines = {
            "distributionUrl=https\\://repo.example.org/apache-maven.zip",
            "distributionSha256Sum=" + SUM,
            url.replace("VERSION", "3.1.1"),
            "wrapperSha256Sum=" + SUM
        };
        assertThat(wrapper(lines).file("mvnw", "#!/bin/sh\nexec java\n").lines(new WrapperChecksum()))
                .containsExactly(
                        FILE + ":2:23 medium distributionSha256Sum is compared with nothing: the wrapper is older than"
                                + " 3.2.0, and reads no checksum",
                        FILE
                                + ":4:18 medium wrapperSha256Sum is compared with nothing: the wrapper is older than 3.2.0,"
                                + " and reads no checksum");
        lines[2] = url.replace("VERSION", "3.2.0");
        String script = "#!/bin/sh\ncase \"$key\" in wrapperSha256Sum) ;; esac\n";
        // Silent: script and jar compare.
        assertThat(wrapper(lines).file("mvnw", script).lines(new WrapperChecksum()))
                .isEmpty();
    }

    /** A checksum that nothing compares would silence the check and protect nobody. */
    @Test
    void asksForANewerWrapperFirst() {
        BuildCase old = wrapper(
                        "distributionUrl=https\\://repo.example.org/apache-maven.zip",
                        "wrapperUrl=https://repo.example.org/org/apache/maven/wrapper/maven-wrapper/3.1.1/maven-wrapper-3.1.1.jar")
                .file("mvnw", "#!/bin/sh\nexec java\n");
        assertThat(old.findings(new WrapperChecksum())).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.remedy()).startsWith("Update the wrapper, which compares no checksum before 3.2.0");
            assertThat(finding.fix()).isEmpty();
        });
    }

    @Test
    void findsDownloadsWithoutEncryption() {
        assertThat(wrapper(
                                "distributionUrl=http://repo.example.org/apache-maven.zip",
                                "distributionSha256Sum=" + SUM,
                                "wrapperUrl=http\\://repo.example.org/wrapper.jar",
                                "wrapperSha256Sum=" + SUM)
                        .lines(new WrapperChecksum()))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains(" high ").contains("without encryption"));
    }

    @Test
    void findsAChecksumThatIsNone() {
        assertThat(wrapper("distributionUrl=https://repo.example.org/m.zip", "distributionSha256Sum=abc")
                        .lines(new WrapperChecksum()))
                .containsExactly(FILE + ":2:23 medium distributionSha256Sum is not a SHA-256 of 64 hexadecimal digits");
    }

    @Test
    void comparesTheJarWithItsChecksum() {
        String url = "distributionUrl=https://repo.example.org/m.zip\ndistributionSha256Sum=" + SUM;

        assertThat(wrapper(url, "wrapperSha256Sum=" + SUM).file(JAR, ABC).lines(new WrapperChecksum()))
                .isEmpty();
        assertThat(wrapper(url, "wrapperSha256Sum=" + SUM.replace('a', 'b'))
                        .file(JAR, ABC)
                        .lines(new WrapperChecksum()))
                .singleElement()
                .asString()
                .startsWith(JAR + ":0:0 high The wrapper's jar has SHA-256 " + SUM);
    }

    @Test
    void saysThatAJarIsOfNoKnownRelease() {
        assertThat(new BuildCase().file(JAR, ABC).findings(new WrapperChecksum()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
                    assertThat(finding.message()).contains(SUM);
                });
    }

    @Test
    void saysOfAJarThatItCannotBeLookedAt() {
        String said = JAR
                + ":0:0 medium The wrapper's jar cannot be checked: it cannot be read, or is larger"
                + " than 16 MiB";
        byte[] large = new byte[(16 << 20) + 1];
        BuildCase verified = wrapper(
                "distributionUrl=https://repo.example.org/m.zip",
                "distributionSha256Sum=" + SUM,
                "wrapperUrl=https://repo.example.org/wrapper.jar",
                "wrapperSha256Sum=" + SUM);

        assertThat(new BuildCase().file(JAR, large).lines(new WrapperChecksum()))
                .as("by itself")
                .containsExactly(said);
        assertThat(verified.file(JAR, large).lines(new WrapperChecksum()))
                .as("with a checksum")
                .containsExactly(said);
        assertThat(new BuildCase()
                        .pom("<modules><module>sub</module></modules>")
                        .file("sub/pom.xml", "<project/>")
                        .file("sub/" + JAR, large)
                        .lines(new WrapperChecksum()))
                .as("of a build in a folder")
                .containsExactly("sub/" + said);
        assertThat(new BuildCase()
                        .file(JAR + "/org/apache/maven/wrapper/MavenWrapperMain.class", ABC)
                        .lines(new WrapperChecksum()))
                .as("a folder of classes, which Java runs as well")
                .containsExactly(said);
        assertThat(new BuildCase().file(JAR, new byte[16 << 20]).lines(new WrapperChecksum()))
                .as("of the largest size")
                .singleElement()
                .asString()
                .contains("matches no known release");
    }

    @Test
    void saysNothingWhereThereIsNoWrapper() {
        assertThat(new BuildCase().pom("").lines(new WrapperChecksum())).isEmpty();
    }

    @Test
    void findsAChecksumThatTheScriptDoesNotRead() {
        String url = "distributionUrl=https://repo.example.org/m.zip\n";
        String script = "distributionType=only-script\n";
        for (String sum : new String[] {
            "distributionSha256Sum = " + SUM + "\n",
            " distributionSha256Sum=" + SUM + "\n",
            "distributionSha256Sum=" + SUM
        }) {
            assertThat(new BuildCase().file(FILE, script + url + sum).lines(new WrapperChecksum()))
                    .as(sum)
                    .singleElement()
                    .asString()
                    .startsWith(FILE + ":3:")
                    .contains("distributionSha256Sum is not read by ./mvnw");
            // Java reads the properties where the wrapper's jar does.
            assertThat(new BuildCase().file(FILE, url + sum).lines(new WrapperChecksum()))
                    .as(sum)
                    .isEmpty();
        }
        assertThat(new BuildCase()
                        .file(FILE, script + url + "distributionSha256Sum= " + SUM + "\r\n")
                        .lines(new WrapperChecksum()))
                .isEmpty();
        assertThat(new BuildCase()
                        .file(
                                FILE,
                                url + "distributionSha256Sum=" + SUM
                                        + "\nwrapperUrl=https://repo.example.org/w.jar\nwrapperSha256Sum =" + SUM
                                        + "\n")
                        .lines(new WrapperChecksum()))
                .singleElement()
                .asString()
                .contains("wrapperSha256Sum is not read by ./mvnw");
    }

    /** Tried on 3.3.4: the first of two lines counts for the script that gets the jar, the last for the one that does all by itself. */
    @Test
    void findsAChecksumThatStandsTwice() {
        String other = SUM.replace('a', 'b');
        String url = "distributionUrl=https://repo.example.org/m.zip\n";
        String jar = url + "distributionSha256Sum=" + SUM + "\nwrapperUrl=https://repo.example.org/w.jar\n";
        for (String first : new String[] {"", other}) {
            assertThat(new BuildCase()
                            .file(FILE, jar + "wrapperSha256Sum=" + first + "\nwrapperSha256Sum=" + SUM + "\n")
                            .lines(new WrapperChecksum()))
                    .as("first: " + first)
                    .singleElement()
                    .asString()
                    .startsWith(FILE + ":5:18 medium wrapperSha256Sum is not read by ./mvnw");
        }
        String line = "wrapperSha256Sum=" + SUM + "\n";
        // Silent: whichever is taken, it is the same.
        assertThat(new BuildCase().file(FILE, jar + line + line).lines(new WrapperChecksum()))
                .isEmpty();
    }

    /** The shell knows neither a byte order mark nor an end of a line without a line feed. */
    @Test
    void findsAChecksumBehindWhatTheShellDoesNotKnow() {
        String rest = "\ndistributionType=only-script\ndistributionUrl=https://repo.example.org/m.zip\n";
        for (String before : new String[] {"\uFEFF", "#\r"}) {
            assertThat(new BuildCase()
                            .file(FILE, before + "distributionSha256Sum=" + SUM + rest)
                            .lines(new WrapperChecksum()))
                    .singleElement()
                    .asString()
                    .contains("distributionSha256Sum is not read by ./mvnw");
        }
    }

    /** Tried on the jar of 3.3.4: a line that a backslash continues has no name of its own. */
    @Test
    void findsAChecksumThatJavaTakesForTheRestOfALine() {
        String sum = "distributionSha256Sum=" + SUM + "\n";
        String url = "distributionUrl=https\\://repo.example.org/m.zip\n";
        assertThat(new BuildCase()
                        .file(FILE, url + "wrapperVersion=3.3.4\\\n" + sum)
                        .lines(new WrapperChecksum()))
                .singleElement()
                .asString()
                .startsWith(FILE + ":3:23 medium distributionSha256Sum is not read by the wrapper's jar");
        assertThat(new BuildCase()
                        .file(FILE, url + sum + "distributionSha256Sum:\n")
                        .lines(new WrapperChecksum()))
                .singleElement()
                .asString()
                .contains("a line below has the name again");
        assertThat(new BuildCase()
                        .file("gradle/wrapper/gradle-wrapper.properties", url + "zipStorePath=dists\\\n" + sum)
                        .lines(new WrapperChecksum()))
                .singleElement()
                .asString()
                .contains("distributionSha256Sum is not read by Gradle's wrapper");
        // Silent: the shell knows no such lines.
        String type = "distributionType=only-script\n";
        assertThat(new BuildCase()
                        .file(FILE, type + url + "wrapperVersion=3.3.4\\\n" + sum)
                        .lines(new WrapperChecksum()))
                .isEmpty();
    }

    /** Tried on the releases: the script that needs the jar names it, the other one the distribution, and 3.2.0 notes no type. */
    @Test
    void knowsTheTypeByTheScript() {
        String jarScript = "#!/bin/sh\njar=.mvn/wrapper/maven-wrapper.jar\ncase $key in wrapperSha256Sum) ;; esac\n";
        String onlyScript = "#!/bin/sh\ncase $key in distributionUrl) ;; distributionSha256Sum) ;; esac\n";
        String url = "distributionUrl=https://repo.example.org/m.zip\ndistributionSha256Sum=" + SUM + "\n";
        String jarUrl = "wrapperUrl=https://repo.example.org/w.jar\n";
        assertThat(new BuildCase()
                        .file(FILE, url + jarUrl)
                        .file("mvnw", onlyScript)
                        .lines(new WrapperChecksum()))
                .as("3.2.0 writes wrapperUrl for a script that has no jar")
                .isEmpty();
        assertThat(new BuildCase()
                        .file(FILE, url + jarUrl)
                        .file("mvnw.cmd", onlyScript)
                        .lines(new WrapperChecksum()))
                .as("the script of Windows alone")
                .isEmpty();
        String missing =
                ":0:0 medium The wrapper's jar is downloaded and run without a checksum: wrapperSha256Sum is missing";
        for (String type : new String[] {"", "distributionType=only-script\n"}) {
            assertThat(new BuildCase()
                            .file(FILE, type + url)
                            .file("mvnw", jarScript)
                            .lines(new WrapperChecksum()))
                    .as("the script has an address of its own")
                    .containsExactly(FILE + missing);
        }
        assertThat(new BuildCase().file(FILE, "distributionType=script\n" + url).lines(new WrapperChecksum()))
                .containsExactly(FILE + missing);
        // Silent: the jar is there.
        assertThat(new BuildCase()
                        .file(FILE, url + "wrapperSha256Sum=" + SUM + "\n")
                        .file("mvnw", jarScript)
                        .file(JAR, ABC)
                        .lines(new WrapperChecksum()))
                .isEmpty();
    }

    @Test
    void pointsAtAMisspeltName() {
        assertThat(wrapper(
                                "# distributionSha256sum=1",
                                "distributionUrl=https://repo.example.org/m.zip",
                                " distributionSha256sum=" + SUM)
                        .lines(new WrapperChecksum()))
                .containsExactly(FILE + ":3:2 medium The wrapper does not know 'distributionSha256sum', so that it"
                        + " compares nothing: the name is distributionSha256Sum");
    }

    @Test
    void looksAtWrappersOfOtherBuilds() {
        String properties = "distributionUrl=https://repo.example.org/m.zip\n";
        assertThat(new BuildCase()
                        .file("tools/" + FILE, properties)
                        .file("examples/demo/" + FILE, properties)
                        .file("app/src/main/resources/template/" + FILE, properties)
                        .lines(new WrapperChecksum()))
                .extracting(line -> line.substring(0, line.indexOf(" The ")))
                .containsExactly("examples/demo/" + FILE + ":1:17 low", "tools/" + FILE + ":1:17 medium");
    }
}
