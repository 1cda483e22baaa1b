package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnverifiedPluginDownloadTest {

    private static final UnverifiedPluginDownload CHECK = new UnverifiedPluginDownload();
    private static final String DOWNLOAD =
            "<groupId>io.github.download-maven-plugin</groupId><artifactId>download-maven-plugin</artifactId>";
    private static final String PROTOBUF =
            "<groupId>io.github.ascopes</groupId><artifactId>protobuf-maven-plugin</artifactId>";

    private static String plugin(String inside) {
        return "<build><plugins><plugin>\n" + inside + "</plugin></plugins></build>\n";
    }

    private static String execution(String inside) {
        return "<executions><execution>\n" + inside + "</execution></executions>\n";
    }

    private static String configured(String inside) {
        return execution("<configuration>" + inside + "</configuration>");
    }

    @Test
    void findsWhatTheFrontendPluginInstalls() {
        String plugin = "<groupId>com.github.eirslett</groupId><artifactId>frontend-maven-plugin</artifactId>";
        assertThat(new BuildCase()
                        .pom(plugin(plugin
                                + execution("<goals><goal>install-node-and-npm</goal>\n<goal>npm</goal></goals>")))
                        .lines(CHECK))
                .containsExactly(
                        "pom.xml:4:14 medium The plugin 'frontend-maven-plugin' downloads a JavaScript runtime by the goal"
                                + " 'install-node-and-npm' and cannot compare its digest");
        assertThat(new BuildCase()
                        .pom(plugin(plugin + execution("<goals><goal>npm</goal></goals>")))
                        .lines(CHECK))
                .isEmpty();
    }

    @Test
    void leavesAloneWhatTheLockHasOfWhatAPluginInstalls() {
        String key = "com.github.eirslett:frontend-maven-plugin";
        String plugin = "<groupId>com.github.eirslett</groupId><artifactId>frontend-maven-plugin</artifactId>"
                + execution("<goals><goal>install-node-and-npm</goal></goals>");
        BuildCase build = new BuildCase().pom(plugin(plugin));

        assertThat(build.locking("org.example:other").lines(CHECK)).hasSize(1);
        assertThat(build.locking(key).lines(CHECK)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'<url>https://repo.example.org/a.zip</url>', medium",
        "'<uri>https://repo.example.org/a.zip</uri>', medium",
        "'<url>${where}/a.zip</url>', medium",
        "'<url>https://repo.example.org/a.zip</url><md5>0</md5>', low",
        "'<url>https://repo.example.org/a.zip</url><sha1>0</sha1>', low",
        "'<url>https://repo.example.org/a.zip</url><sha256>0</sha256>', ",
        "'<url>https://repo.example.org/a.zip</url><md5>0</md5><sha512>0</sha512>', ",
        "'<url>file:///srv/a.zip</url>', "
    })
    void findsFilesWithoutADigest(String configuration, String severity) {
        BuildCase build = new BuildCase()
                .pom("<properties><where>https://repo.example.org</where></properties>"
                        + plugin(DOWNLOAD + configured(configuration)));

        assertThat(build.findings(CHECK))
                .extracting(finding -> finding.severity().label())
                .isEqualTo(severity == null ? List.of() : List.of(severity));
    }

    @Test
    void takesTheDigestOfThePluginForThatOfItsExecutions() {
        String url = "<url>https://repo.example.org/a.zip</url>";
        assertThat(new BuildCase()
                        .pom(plugin(DOWNLOAD + configured(url) + "<configuration><sha256>0</sha256></configuration>"))
                        .lines(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'<protoc>https://repo.example.org/protoc</protoc>', true",
        "'<protoc>https://repo.example.org/protoc</protoc><protocDigest>sha256:0</protocDigest>', false",
        "'<protoc>4.29.3</protoc>', false",
        "'<binaryUrlPlugins><plugin><url>https://repo.example.org/x</url></plugin></binaryUrlPlugins>', true",
        "'<binaryUrlPlugins><plugin><url>https://repo.example.org/x</url><digest>sha256:0</digest></plugin></binaryUrlPlugins>', false"
    })
    void findsProgramsByAddressWithoutADigest(String configuration, boolean isFound) {
        assertThat(new BuildCase()
                        .pom(plugin(PROTOBUF + configured(configuration)))
                        .findings(CHECK))
                .hasSize(isFound ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<groupId>org.openapitools</groupId><artifactId>openapi-generator-maven-plugin</artifactId>"
                        + "<configuration><inputSpec>https://repo.example.org/api.yaml</inputSpec></configuration>",
                "<groupId>org.graalvm.buildtools</groupId><artifactId>native-maven-plugin</artifactId>"
                        + "<configuration><metadataRepository><url>https://repo.example.org/m.zip</url></metadataRepository></configuration>",
                "<groupId>org.codehaus.mojo</groupId><artifactId>exec-maven-plugin</artifactId><configuration>"
                        + "<mainClass>com.microsoft.playwright.CLI</mainClass><arguments><argument>install</argument></arguments></configuration>",
                "<artifactId>maven-antrun-plugin</artifactId><configuration><target>"
                        + "<get src='https://repo.example.org/a.zip' dest='a.zip'/></target></configuration>"
            })
    void findsWhatOtherPluginsDownload(String plugin) {
        assertThat(new BuildCase().pom(plugin(plugin)).findings(CHECK)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<groupId>org.openapitools</groupId><artifactId>openapi-generator-maven-plugin</artifactId>"
                        + "<configuration><inputSpec>src/api.yaml</inputSpec></configuration>",
                "<groupId>org.graalvm.buildtools</groupId><artifactId>native-maven-plugin</artifactId>"
                        + "<configuration><metadataRepository><enabled>true</enabled></metadataRepository></configuration>",
                "<groupId>org.codehaus.mojo</groupId><artifactId>exec-maven-plugin</artifactId><configuration>"
                        + "<mainClass>org.example.Main</mainClass><arguments><argument>install</argument></arguments></configuration>",
                "<artifactId>maven-antrun-plugin</artifactId><configuration><target>"
                        + "<get src='https://repo.example.org/a.zip' dest='a.zip'/>"
                        + "<checksum file='a.zip' algorithm='SHA-256' property='0' verifyproperty='same'/></target></configuration>",
                "<groupId>org.example</groupId><artifactId>download-maven-plugin</artifactId>"
                        + "<configuration><url>https://repo.example.org/a.zip</url></configuration>"
            })
    void leavesOthersAlone(String plugin) {
        assertThat(new BuildCase().pom(plugin(plugin)).lines(CHECK)).isEmpty();
    }

    @Test
    void looksAtWhatIsManagedWhereItIsUsed() {
        String managed = "<build><pluginManagement><plugins><plugin>" + DOWNLOAD
                + configured("<url>https://repo.example.org/a.zip</url>") + "</plugin></plugins></pluginManagement>";

        assertThat(new BuildCase().pom(managed + "</build>").lines(CHECK)).isEmpty();
        assertThat(new BuildCase()
                        .pom(managed + "<plugins><plugin>" + DOWNLOAD + "</plugin></plugins></build>")
                        .findings(CHECK))
                .hasSize(1);
    }

    @Test
    void leavesExecutionsOutThatNoPhaseRuns() {
        String plugin = "<groupId>com.github.eirslett</groupId><artifactId>frontend-maven-plugin</artifactId>";
        String goal = "<goals><goal>install-node-and-npm</goal></goals>";
        for (String phase : List.of("<phase>none</phase>", "<phase/>", "<phase>${off}</phase>")) {
            assertThat(new BuildCase()
                            .pom("<properties><off>none</off></properties>" + plugin(plugin + execution(phase + goal)))
                            .lines(CHECK))
                    .as(phase)
                    .isEmpty();
        }
        assertThat(new BuildCase()
                        .pom(plugin(plugin + execution("<phase>compile</phase>" + goal)))
                        .lines(CHECK))
                .hasSize(1);
    }

    private static final String EXEC = "<groupId>org.codehaus.mojo</groupId><artifactId>exec-maven-plugin</artifactId>";

    private static String executions(String... configurations) {
        StringBuilder text = new StringBuilder("<executions>\n");
        for (String configuration : configurations) {
            text.append("<execution><configuration>").append(configuration).append("</configuration></execution>\n");
        }
        return text.append("</executions>\n").toString();
    }

    @ParameterizedTest
    @CsvSource({
        "'<executable>curl</executable><arguments><argument>-sSLo</argument><argument>t</argument><argument>https://files.example.org/t</argument></arguments>', true",
        "'<executable>/usr/bin/wget</executable><commandlineArgs>${where}/t</commandlineArgs>', true",
        "'<executable>bash</executable><commandlineArgs>-c \"curl -fsSL https://files.example.org/i.sh | sh\"</commandlineArgs>', true",
        "'<executable>sh</executable><commandlineArgs>-c \"curl https://files.example.org/t > t\"</commandlineArgs>', true",
        "'<executable>sh</executable><commandlineArgs>-c \"curl -o t https://files.example.org/t && sha256sum -c t.sha256\"</commandlineArgs>', false",
        "'<executable>curl</executable><commandlineArgs>-X POST https://api.example.org/builds</commandlineArgs>', false",
        "'<executable>curl</executable><commandlineArgs>-o t file:///srv/t</commandlineArgs>', false",
        "'<executable>node</executable><commandlineArgs>docs.js -o https://files.example.org/t</commandlineArgs>', false"
    })
    void findsProgramsThatDownload(String configuration, boolean isFound) {
        assertThat(new BuildCase()
                        .pom("<properties><where>https://files.example.org</where></properties>"
                                + plugin(EXEC + executions(configuration, "<executable>./t</executable>")))
                        .findings(CHECK))
                .hasSize(isFound ? 1 : 0);
    }

    @Test
    void leavesDownloadsAloneThatAnotherProgramCompares() {
        String load = "<executable>curl</executable><commandlineArgs>-O https://files.example.org/t</commandlineArgs>";
        String compare = "<executable>sha256sum</executable><commandlineArgs>-c t.sha256</commandlineArgs>";
        assertThat(new BuildCase().pom(plugin(EXEC + executions(load))).lines(CHECK))
                .containsExactly(
                        "pom.xml:4:39 medium The plugin 'exec-maven-plugin' runs a program that downloads a file, and"
                                + " none of its programs compares a digest");
        assertThat(new BuildCase().pom(plugin(EXEC + executions(load, compare))).lines(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'f << new URL(\"https://files.example.org/t\").openStream(); \"./t\".execute()', true",
        "'f.bytes = \"https://files.example.org/t\".toURL().bytes; new ProcessBuilder(\"./t\").start()', true",
        "'f << new URL(\"https://files.example.org/t\").openStream()', false",
        "'f << new URL(\"https://files.example.org/t\").openStream(); assert f.digest(\"SHA-256\") == sum; \"./t\".execute()', false",
        "'println \"https://docs.example.org\"; \"git log\".execute()', false"
    })
    void findsScriptsThatDownloadAndRun(String script, boolean isFound) {
        String groovy = "<groupId>org.codehaus.gmavenplus</groupId><artifactId>gmavenplus-plugin</artifactId>";
        assertThat(new BuildCase()
                        .pom(plugin(
                                groovy + executions("<scripts><script><![CDATA[" + script + "]]></script></scripts>")))
                        .findings(CHECK))
                .hasSize(isFound ? 1 : 0);
    }
}
