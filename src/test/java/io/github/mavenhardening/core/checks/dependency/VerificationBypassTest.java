package io.github.mavenhardening.core.checks.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.dependency.BuildFacts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationBypassTest {

    private static final String CACHE = """
            <extensions>
              <extension>
                <groupId>org.apache.maven.extensions</groupId>
                <artifactId>maven-build-cache-extension</artifactId>
                <version>1.2.0</version>
              </extension>
            </extensions>
            """;
    private static final BuildFacts GUARDED = new BuildFacts(List.of(), true, Set.of(), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Dhardening.skip",
                "-Dhardening.skip=true",
                "\"-Dhardening.skip=true\"",
                "-D hardening.skip=true",
                "-Dhardening.failOnViolation=false",
                "-Dhardening.failOnViolation=no",
                "-Dhardening.failOnViolation=",
                "-Dhardening.failOn=never",
                "-Dhardening.disable=concurrency-limits,artifact-mismatch",
                "-Daether.artifactResolver.postProcessor.trustedChecksums=false",
                "-Daether.trustedChecksumsSource.summaryFile=false",
                "-Daether.trustedChecksumsSource.summaryFile=0",
                "-Daether.artifactResolver.postProcessor.trustedChecksums= true",
                "-Daether.connector.https.securityMode=insecure",
                "-Dmaven.wagon.http.ssl.insecure=true",
                "-Dmaven.wagon.http.ssl.allowall",
                "-Dmaven.ext.class.path=tools/agent.jar",
                "-Denforcer.skip",
                "-Dpgpverify.skip=true",
                "-c",
                "--lax-checksums",
                "-llr",
                "--define=hardening.skip=true",
                "--define hardening.skip",
                "-D=hardening.skip=true",
                "-BDhardening.skip=true",
                "-Dhardening.failOn=critical",
                "-Dhardening.severities=artifact-mismatch=low",
                "-Dhardening.severities=concurrency-limits=high,unpinned-uses=info",
                "-Dhardening.disable=unpinned-uses",
                "-Dhardening.root=decoy",
                "-Dhardening.root=..",
                "-Dhardening.root=/elsewhere",
                "-Dhardening.root=${user.home}",
                "-Dhardening.policyFile=lenient.yml",
                "-Dhardening.base=HEAD",
                "-Dhardening.base=HEAD~1",
                "-Dhardening.since=HEAD",
                "-Dhardening.base=0123456789012345678901234567890123456789",
                "-Dhardening.accept=org.example:lib:1.0",
                "-Dhardening.acceptSigner=org.example:lib",
                "-Daether.artifactResolver.postProcessor.trustedChecksums.record=true",
                "-Daether.remoteRepositoryFilter.groupId=false",
                "-Dmaven.project.extensions=other.xml",
                "-Dmaven.user.extensions=other.xml",
                "-Dmaven.installation.conf=conf",
                "-Dmaven.user.settings=settings.xml",
                "-Duser.home=home",
                "-fn",
                "--fail-never",
                "-f decoy/pom.xml",
                "--file=decoy/pom.xml",
                "-pl app",
                "-pl=app",
                "-pl !app",
                "--projects app,lib",
                "--projects=:app",
                "-projects=app",
                "--proj app",
                "-rf app",
                "-rf=:app",
                "--resume-from app",
                "--resume-from=:app",
                "--resume-f=app",
                "-r",
                "--resume",
                "-N",
                "--non-recursive",
                "--non-rec",
                "-BN",
                "-NB",
                "-af arguments.txt",
                "--at-file=arguments.txt"
            })
    void findsSwitches(String argument) {
        assertThat(new BuildCase()
                        .file(".mvn/maven.config", "-T2\n  " + argument + "\n")
                        .lines(new VerificationBypass()))
                .singleElement()
                .asString()
                .startsWith(".mvn/maven.config:2:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Dhardening.skip=false",
                "-Dhardening.failOn=low",
                "-Dhardening.failOn=high",
                "-Dhardening.failOn=medium",
                "-Dhardening.persona=pedantic",
                "-Dhardening.persona=regular",
                "-Dhardening.maximum=low=0",
                "-Dhardening.severities=concurrency-limits=critical",
                "-Dhardening.enable=developer-certificate",
                "-Dhardening.root=.",
                "-Dhardening.root=${session.rootDirectory}",
                "-Dhardening.root=${maven.multiModuleProjectDirectory}/sub/..",
                "-Dhardening.policyFile=.mvn/hardening.yml",
                "-Dhardening.policyFile=.github/hardening.yml",
                "-Dhardening.base=origin/main",
                "-Dhardening.strict",
                "-s .mvn/settings.xml",
                "-P release",
                "-f pom.xml",
                "--file=.",
                "-fae",
                "-ntp",
                "-am",
                "--also-make",
                "-amd",
                "--also-make-dependents",
                "-nsu",
                "--no-transfer-progress",
                "-fos WARN",
                "-Dhardening.disable=concurrency-limits",
                "-Daether.trustedChecksumsSource.summaryFile=true",
                "-Daether.connector.https.securityMode=default",
                "-C",
                "--strict-checksums",
                "# -Dhardening.skip",
                "-Dmaven.test.skip"
            })
    void leavesOthersAlone(String argument) {
        assertThat(new BuildCase().file(".mvn/maven.config", argument + "\n").lines(new VerificationBypass()))
                .isEmpty();
    }

    @Test
    void saysWhatLeavesModulesOut() {
        assertThat(new BuildCase()
                        .file(".mvn/maven.config", "-N\n-pl\n!app\n")
                        .variable("MAVEN_ARGS", "-rf :lib")
                        .lines(new VerificationBypass()))
                .containsExactlyInAnyOrder(
                        ":0:0 high -rf :lib in the environment variable MAVEN_ARGS leaves modules out of the build, so that"
                                + " they are not checked",
                        ".mvn/maven.config:1:1 high -N in .mvn/maven.config leaves modules out of the build, so that they"
                                + " are not checked",
                        ".mvn/maven.config:3:1 high -pl !app in .mvn/maven.config leaves modules out of the build, so that"
                                + " they are not checked");
    }

    /** To Maven 4 this is a row of options, with a file at its end: no value of an option of two letters. */
    @Test
    void seesAnotherPomBehindAFlag() {
        assertThat(new BuildCase()
                        .file(".mvn/maven.config", "-rfdecoy/pom.xml\n")
                        .lines(new VerificationBypass()))
                .anyMatch(line -> line.endsWith("builds another POM than the one in Maven's working directory"))
                .anyMatch(line -> line.endsWith("leaves modules out of the build, so that they are not checked"));
    }

    @Test
    void looksIntoTheEnvironmentAndTheJvmsConfiguration() {
        BuildCase build = new BuildCase()
                .variable("MAVEN_ARGS", "-ntp -Dhardening.skip")
                .variable("MAVEN_OPTS", "-Xmx1g -Dmaven.wagon.http.ssl.insecure=true")
                .variable("OTHER", "-Dhardening.skip")
                .file(".mvn/jvm.config", "-Xmx1g -Denforcer.skip=true");

        assertThat(build.lines(new VerificationBypass()))
                .containsExactly(
                        ":0:0 high -Dhardening.skip in the environment variable MAVEN_ARGS switches this plugin off",
                        ":0:0 high -Dmaven.wagon.http.ssl.insecure=true in the environment variable MAVEN_OPTS accepts"
                                + " any certificate of a repository",
                        ".mvn/jvm.config:1:8 high -Denforcer.skip=true in .mvn/jvm.config switches the rules of the Maven"
                                + " Enforcer off");
    }

    @Test
    void readsCommentsAsArgumentsWhereMavenDoes() {
        BuildCase build = new BuildCase().file(".mvn/maven.config", "# -Dhardening.skip\n");

        for (String old : List.of("3.6.3", "3.8.9", "3.8.1-SNAPSHOT")) {
            assertThat(build.facts(of(old)).lines(new VerificationBypass()))
                    .as(old)
                    .hasSize(1);
        }
        for (String known : List.of("3.9.0", "3.10.0", "4.0.0-rc-6", "")) {
            assertThat(build.facts(of(known)).lines(new VerificationBypass()))
                    .as(known)
                    .isEmpty();
        }
    }

    private static BuildFacts of(String mavenVersion) {
        return new BuildFacts(List.of(), false, Set.of(), List.of(), mavenVersion, "", "");
    }

    @Test
    void looksBesideEveryPom() {
        BuildCase build = new BuildCase()
                .pom("<modules><module>sub</module></modules>")
                .file("sub/pom.xml", "<project/>")
                .file("sub/.mvn/maven.config", "-T2\n-Dhardening.skip\n")
                .file("sub/.mvn/jvm.config", "-javaagent:agent.jar")
                .file("elsewhere/.mvn/maven.config", "-Dhardening.skip");

        assertThat(build.lines(new VerificationBypass()))
                .containsExactly(
                        "sub/.mvn/jvm.config:1:1 high -javaagent:agent.jar in sub/.mvn/jvm.config loads code into Maven's JVM"
                                + " that no lock covers",
                        "sub/.mvn/maven.config:2:1 high -Dhardening.skip in sub/.mvn/maven.config switches this plugin"
                                + " off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-javaagent:tools/agent.jar=x",
                "-agentpath:agent.so",
                "-XX:AOTCache=app.aot",
                "-agentlib:hprof",
                "-Xbootclasspath/a:tools/patch.jar",
                "-XX:OnOutOfMemoryError=./run.sh",
                "-XX:OnError=./run.sh",
                "-XX:Flags=flags",
                "-XX:VMOptionsFile=options",
                "--patch-module=java.base=tools",
                "-cp tools",
                "@arguments",
                "-Djava.system.class.loader=Evil",
                "-Dclassworlds.conf=m2.conf",
                "-Dhardening.root=decoy",
                "-Duser.home=home",
                "\"-Dhardening.skip\""
            })
    void findsSwitchesOfTheJvm(String argument) {
        assertThat(new BuildCase()
                        .file(".mvn/jvm.config", "-Xmx1g\n" + argument + " -Xss2m\n# -javaagent:no.jar\n")
                        .lines(new VerificationBypass()))
                .singleElement()
                .asString()
                .startsWith(".mvn/jvm.config:2:1 high ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xmx1g -XX:+UseSerialGC",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-XX:TieredStopAtLevel=1",
                "-ea"
            })
    void leavesOtherArgumentsOfTheJvmAlone(String argument) {
        assertThat(new BuildCase().file(".mvn/jvm.config", argument).lines(new VerificationBypass()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAVEN_OPTS", "MAVEN_DEBUG_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
    void looksIntoEveryVariableOfTheJvm(String name) {
        assertThat(new BuildCase()
                        .variable(name, "-Dhardening.failOnViolation=false -javaagent:watch.jar -Duser.home=/home/ci")
                        .lines(new VerificationBypass()))
                .containsExactly(
                        ":0:0 high -Dhardening.failOnViolation=false in the environment variable " + name
                                + " lets the build pass whatever this plugin finds",
                        ":0:0 medium -Duser.home=/home/ci in the environment variable " + name
                                + " makes Maven use another home directory, with its own settings and core extensions",
                        ":0:0 medium -javaagent:watch.jar in the environment variable " + name
                                + " loads code into Maven's JVM that no lock covers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"maven-user.properties", "maven.properties", "maven-system.properties"})
    void looksAtPropertiesOfMaven4(String name) {
        assertThat(new BuildCase()
                        .file(
                                ".mvn/" + name,
                                "# hardening.skip=true\nhardening.skip : true\nhardening\\u002eroot=decoy\n${includes}=?a\n")
                        .lines(new VerificationBypass()))
                .extracting(line -> line.substring(0, line.indexOf(" in ")))
                .containsExactly(
                        ".mvn/" + name + ":2:1 high hardening.skip=true",
                        ".mvn/" + name + ":3:1 high hardening.root=decoy",
                        ".mvn/" + name + ":4:1 high ${includes}=?a");
    }

    @Test
    void looksAtSettingsOfTheRepositoryAndAtThoseThatArgumentsName() {
        String profiles = """
                <settings><profiles>
                <profile><id>a</id><properties><hardening.skip>true</hardening.skip></properties></profile>
                <profile><id>b</id><activation><activeByDefault>true</activeByDefault></activation>
                <properties><enforcer.skip>true</enforcer.skip></properties></profile>
                <profile><id>c</id><properties><pgpverify.skip>true</pgpverify.skip></properties></profile>
                </profiles><activeProfiles><activeProfile>a</activeProfile></activeProfiles></settings>
                """;
        BuildCase build = new BuildCase()
                .file(".mvn/settings.xml", profiles)
                .file("ci/settings.xml", profiles)
                .file("tools.xml", "<toolchains/>")
                .file(".mvn/maven.config", "-s\nci/settings.xml\n-Pc\n--toolchains=tools.xml\n-gs/etc/settings.xml");

        assertThat(build.lines(new VerificationBypass()))
                .extracting(line -> line.split(" in ", -1)[0])
                .containsExactlyInAnyOrder(
                        ".mvn/settings.xml:2:48 high hardening.skip=true",
                        ".mvn/settings.xml:4:28 high enforcer.skip=true",
                        ".mvn/settings.xml:5:48 high pgpverify.skip=true",
                        "ci/settings.xml:2:48 high hardening.skip=true",
                        "ci/settings.xml:4:28 high enforcer.skip=true",
                        "ci/settings.xml:5:48 high pgpverify.skip=true",
                        ".mvn/maven.config:4:1 medium --toolchains=tools.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<activation><activeByDefault>true</activeByDefault></activation>",
                "<activation><property><name>!quick</name></property></activation>",
                "<activation><property><name>env.CI</name></property></activation>",
                "<activation><property><name>checked.in</name></property></activation>",
                "<activation><jdk>[17,)</jdk></activation>",
                "<activation><file><exists>pom.xml</exists></file></activation>",
                "<activation><os><family>unix</family></os></activation>",
                "<id>asked</id>"
            })
    void looksAtProfilesThatNobodyHasToAskFor(String activation) {
        BuildCase build = new BuildCase()
                .file(".mvn/maven.config", "-Dchecked.in\n-Pother,asked,!no\n")
                .pom("<profiles><profile>" + activation
                        + "<properties><hardening.skip>true</hardening.skip></properties></profile></profiles>");

        assertThat(build.lines(new VerificationBypass()))
                .singleElement()
                .asString()
                .startsWith("pom.xml:2:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<id>no</id>",
                "<activation><activeByDefault>false</activeByDefault></activation>",
                "<activation><property><name>quick</name></property></activation>"
            })
    void leavesProfilesToWhoeverAsksForThem(String activation) {
        BuildCase build = new BuildCase()
                .file(".mvn/maven.config", "-Pother,!no\n")
                .pom("<profiles><profile>" + activation
                        + "<properties><hardening.skip>true</hardening.skip></properties></profile></profiles>");

        assertThat(build.lines(new VerificationBypass())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<configuration><failOn>never</failOn></configuration>",
                "<configuration><failOnViolation>false</failOnViolation></configuration>",
                "<configuration><failOnViolation>no</failOnViolation></configuration>",
                "<configuration><disable><disable>concurrency-limits</disable><id>artifact-mismatch</id></disable></configuration>",
                "<configuration><severities>artifact-mismatch=low</severities></configuration>",
                "<configuration><root>${project.basedir}/decoy</root></configuration>",
                "<configuration><policyFile>lenient.yml</policyFile></configuration>",
                "<configuration><base>HEAD</base></configuration>",
                "<configuration><skip>${off}</skip></configuration>",
                "<executions><execution><configuration><skip>true</skip></configuration></execution></executions>",
                "<executions><execution><phase>none</phase></execution></executions>",
                "<executions><execution><phase>never-ever</phase></execution></executions>",
                "<executions><execution><phase></phase></execution></executions>"
            })
    void looksAtTheConfigurationOfThisPlugin(String configured) {
        BuildCase build = new BuildCase()
                .pom("<properties><off>true</off></properties><build><plugins><plugin>"
                        + "<groupId>io.github.mavenhardening</groupId><artifactId>hardening-maven-plugin</artifactId>"
                        + configured
                        + "</plugin></plugins></build>");

        assertThat(build.lines(new VerificationBypass()))
                .singleElement()
                .asString()
                .startsWith("pom.xml:2:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<configuration><failOn>low</failOn><persona>auditor</persona></configuration>",
                "<configuration><root>${project.basedir}</root><skip>false</skip></configuration>",
                "<configuration><disable/><skip/></configuration>",
                "<executions><execution><phase>validate</phase></execution></executions>",
                "<executions><execution><phase>after:verify[100]</phase></execution></executions>",
                "<executions><execution><phase>${chosen.elsewhere}</phase></execution></executions>"
            })
    void leavesStricterConfigurationAlone(String configured) {
        BuildCase build = new BuildCase()
                .pom("<build><plugins><plugin>"
                        + "<groupId>io.github.mavenhardening</groupId><artifactId>hardening-maven-plugin</artifactId>"
                        + configured
                        + "</plugin></plugins></build>");

        assertThat(build.lines(new VerificationBypass())).isEmpty();
    }

    @Test
    void comparesWithThePolicyThatAParameterGoesOver() {
        BuildCase build = new BuildCase()
                .file(".mvn/hardening.yml", "persona: auditor\nfail-on: low # strict\nmaximum: {low: 3}\n")
                .file(
                        ".mvn/maven.config",
                        "-Dhardening.persona=pedantic\n-Dhardening.failOn=medium\n-Dhardening.maximum=low=99\n");

        assertThat(build.lines(new VerificationBypass()))
                .extracting(line -> line.substring(line.indexOf("medium")))
                .containsExactly(
                        "medium -Dhardening.persona=pedantic in .mvn/maven.config overrides persona in .mvn/hardening.yml",
                        "medium -Dhardening.failOn=medium in .mvn/maven.config overrides fail-on in .mvn/hardening.yml",
                        "medium -Dhardening.maximum=low=99 in .mvn/maven.config overrides maximum in .mvn/hardening.yml");
        assertThat(build.file(".mvn/maven.config", "-Dhardening.persona=auditor -Dhardening.failOn=info")
                        .lines(new VerificationBypass()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"maven.config", "jvm.config", "settings.xml", "maven-user.properties", "maven-system.properties"
            })
    void saysWhichFileItCannotRead(String name) {
        BuildCase build = new BuildCase().file(".mvn/" + name, new byte[] {'-', (byte) 0xff});

        assertThat(build.lines(new VerificationBypass()))
                .singleElement()
                .asString()
                .startsWith(".mvn/" + name + ":1:2 high .mvn/" + name
                        + " cannot be read, so it is not known what it switches off: ");
    }

    /** What one module leaves out holds for the others. */
    @Test
    void weighsTheEnforcerOfOneModuleLess() {
        String skips = "<properties><enforcer.skip>true</enforcer.skip></properties>";
        BuildCase build = new BuildCase()
                .pom("<modules><module>base</module><module>app</module><module>site</module></modules>")
                .file("base/pom.xml", "<project><artifactId>base</artifactId>" + skips + "</project>")
                .file(
                        "app/pom.xml",
                        "<project><parent><artifactId>base</artifactId></parent><artifactId>app</artifactId></project>")
                .file("site/pom.xml", "<project><artifactId>site</artifactId>" + skips + "</project>");

        assertThat(build.lines(new VerificationBypass()))
                .containsExactly(
                        "base/pom.xml:1:66 high enforcer.skip=true in base/pom.xml switches the rules of the Maven Enforcer off",
                        "site/pom.xml:1:66 medium enforcer.skip=true in site/pom.xml switches the rules of the Maven Enforcer"
                                + " off in that module");
        assertThat(new BuildCase().pom(skips).lines(new VerificationBypass()))
                .singleElement()
                .asString()
                .contains(" high ");
    }

    @Test
    void saysThatALockElsewhereHoldsForNothing() {
        BuildCase build = new BuildCase()
                .pom("<modules><module>sub</module></modules>")
                .file("sub/pom.xml", "<project/>")
                .file(".mvn/checksums/checksums.sha256", "")
                .file("sub/.mvn/checksums/checksums.sha256", "");

        assertThat(build.lines(new VerificationBypass()))
                .singleElement()
                .asString()
                .startsWith("sub/.mvn/checksums/checksums.sha256:0:0 high ");
        // Silent: a submodule is a checkout of its own, and is locked for a build that starts there.
        assertThat(build.file("sub/.git", "gitdir: ../.git/modules/sub\n").lines(new VerificationBypass()))
                .isEmpty();
    }

    @Test
    void looksAtPropertiesAndAtThisPluginsConfiguration() {
        BuildCase build = new BuildCase().pom("""
                <properties><hardening.failOnViolation>false</hardening.failOnViolation></properties>
                <build><plugins><plugin>
                <groupId>io.github.mavenhardening</groupId><artifactId>hardening-maven-plugin</artifactId>
                <configuration><skip>true</skip></configuration>
                </plugin></plugins></build>
                <profiles><profile><properties><hardening.skip>true</hardening.skip></properties></profile></profiles>
                """);

        assertThat(build.lines(new VerificationBypass()))
                .containsExactly(
                        "pom.xml:2:40 high hardening.failOnViolation=false in pom.xml lets the build pass whatever this"
                                + " plugin finds",
                        "pom.xml:5:22 high <skip>true</skip> in pom.xml switches this plugin off");
    }

    @Test
    void findsABuildCacheThatSkipsThisPlugin() {
        BuildCase build = new BuildCase().file(".mvn/extensions.xml", CACHE).facts(GUARDED);

        assertThat(build.lines(new VerificationBypass()))
                .singleElement()
                .asString()
                .startsWith(
                        ".mvn/extensions.xml:4:17 high The build cache restores modules without running this plugin");
        build.file(
                ".mvn/maven-build-cache-config.xml",
                "<cache><executionControl><runAlways><plugins><plugin artifactId='maven-hardening-plugin'/>"
                        + "</plugins></runAlways></executionControl></cache>");
        assertThat(build.lines(new VerificationBypass()))
                .singleElement()
                .asString()
                .endsWith("runAlways/plugins, but 'maven-hardening-plugin', which is not its artifactId");
        build.file(
                ".mvn/maven-build-cache-config.xml",
                "<cache><executionControl><runAlways><plugins>"
                        + "<plugin groupId='io.github.mavenhardening' artifactId=\"hardening-maven-plugin\"/>"
                        + "</plugins></runAlways></executionControl></cache>");
        assertThat(build.lines(new VerificationBypass())).isEmpty();
    }

    @Test
    void saysNothingOfABuildCacheThatIsOffOrOfABuildWithoutThisPlugin() {
        assertThat(new BuildCase().file(".mvn/extensions.xml", CACHE).lines(new VerificationBypass()))
                .isEmpty();
        assertThat(new BuildCase()
                        .file(".mvn/extensions.xml", CACHE)
                        .file(
                                ".mvn/maven-build-cache-config.xml",
                                "<cache><configuration><enabled>false</enabled></configuration></cache>")
                        .facts(GUARDED)
                        .lines(new VerificationBypass()))
                .isEmpty();
    }

    private static String mirror(String mirrorOf, boolean blocked) {
        return """
                <settings><mirrors><mirror>
                <id>maven-default-http-blocker</id>
                <mirrorOf>%s</mirrorOf>
                <url>http://0.0.0.0/</url>
                <blocked>%s</blocked>
                </mirror></mirrors></settings>
                """.formatted(mirrorOf, blocked);
    }

    @Test
    void findsAMirrorInPlaceOfTheOneThatBlocks() {
        String effect = " replaces the one by which Maven refuses repositories that are not encrypted";
        assertThat(new BuildCase()
                        .file(".mvn/maven.config", "-s\n.mvn/nexus.xml\n")
                        .file(".mvn/nexus.xml", mirror("dummy", true))
                        .file("ci/settings.xml", mirror("external:http:*", false))
                        .file("examples/demo/settings.xml", mirror("dummy", true))
                        .lines(new VerificationBypass()))
                .containsExactly(
                        ".mvn/nexus.xml:2:5 high The mirror 'maven-default-http-blocker' in .mvn/nexus.xml" + effect,
                        "ci/settings.xml:2:5 high The mirror 'maven-default-http-blocker' in ci/settings.xml" + effect);
        assertThat(new BuildCase()
                        .file("ci/settings.xml", mirror("ours, external:http:*", true))
                        .file("other/settings.xml", mirror("*", true))
                        .lines(new VerificationBypass()))
                .isEmpty();
    }

    private static String repository(String policy) {
        return "<repositories><repository><id>partner</id><url>https://repo.example.org</url>\n" + policy
                + "</repository></repositories>\n";
    }

    @Test
    void findsChecksumsThatAreIgnored() {
        String ignored = "<releases><checksumPolicy>${policy}</checksumPolicy></releases>\n";
        BuildCase build = new BuildCase()
                .pom("<properties><policy>ignore</policy></properties>" + repository(ignored))
                .file(
                        ".mvn/settings.xml",
                        "<settings><profiles><profile>"
                                + repository("<snapshots><checksumPolicy>ignore</checksumPolicy></snapshots>")
                                + "</profile></profiles></settings>");

        assertThat(build.lines(new VerificationBypass()))
                .containsExactly(
                        ".mvn/settings.xml:2:28 medium checksumPolicy=ignore of the repository 'partner' in"
                                + " .mvn/settings.xml lets Maven take snapshots without comparing their checksums",
                        "pom.xml:3:27 medium checksumPolicy=ignore of the repository 'partner' in pom.xml lets Maven take"
                                + " releases without comparing their checksums");
        assertThat(build.file(".mvn/maven.config", "--strict-checksums").lines(new VerificationBypass()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<releases><checksumPolicy>warn</checksumPolicy></releases>",
                "<releases><checksumPolicy>fail</checksumPolicy></releases>",
                "<snapshots><enabled>false</enabled><checksumPolicy>ignore</checksumPolicy></snapshots>"
            })
    void leavesOtherPoliciesAlone(String policy) {
        assertThat(new BuildCase().pom(repository(policy)).lines(new VerificationBypass()))
                .isEmpty();
    }

    @Test
    void leavesFoldersOfTheMachineAlone() {
        String policy = "<releases><checksumPolicy>ignore</checksumPolicy></releases>";
        assertThat(new BuildCase()
                        .pom(repository(policy).replace("https://repo.example.org", "file:///srv/repository"))
                        .lines(new VerificationBypass()))
                .isEmpty();
    }

    @Test
    void findsExpiredCertificates() {
        assertThat(new BuildCase()
                        .file(".mvn/jvm.config", "-Dmaven.wagon.http.ssl.ignore.validity.dates=true")
                        .lines(new VerificationBypass()))
                .singleElement()
                .asString()
                .startsWith(".mvn/jvm.config:1:1 medium ")
                .endsWith("accepts a certificate that has expired");
    }
}
