package io.github.mavenhardening.maven.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildEnvironmentTest {

    @TempDir
    Path root;

    private MavenSession session(String maven, String jdk, String... goals) {
        MavenSession session = Sessions.of(root);
        session.getRequest().setGoals(List.of(goals));
        session.getSystemProperties().setProperty("maven.version", maven);
        session.getSystemProperties().setProperty("java.specification.version", jdk);
        session.getSystemProperties().setProperty("os.name", "Linux");
        session.getSystemProperties().setProperty("os.arch", "amd64");
        session.setProjects(List.of());
        return session;
    }

    @ParameterizedTest
    @CsvSource({
        "3.9.16, 17, 'Maven 3.9, linux-x86_64, JDK 17'",
        "3.6.3, 1.8, 'Maven 3.6, linux-x86_64, JDK 8'",
        "4.0.0-rc-6, 25, 'Maven 4.0, linux-x86_64, JDK 25'",
        "4, 21, 'Maven 4, linux-x86_64, JDK 21'"
    })
    void isOfAMavenASystemAndAJdk(String maven, String jdk, String expected) {
        assertThat(BuildEnvironment.of(session(maven, jdk, "clean", "verify"), root))
                .isEqualTo(expected);
    }

    @Test
    void isOfThePhasesBeyondVerify() {
        assertThat(BuildEnvironment.of(session("3.9.16", "17", "deploy", "site", "hardening:lock"), root))
                .isEqualTo("Maven 3.9, linux-x86_64, JDK 17, deploy, site");
    }

    @Test
    void isOfTheProfilesOfItsPomsAndCommandLineAndNotOfTheSettings() {
        MavenSession session = session("3.9.16", "17", "verify");
        MavenProject project = new MavenProject();
        project.setInjectedProfileIds("org.example:a:1", List.of("release", "all"));
        project.setInjectedProfileIds("external", List.of("company"));
        session.setProjects(List.of(project));
        session.getRequest().setActiveProfiles(List.of("release", "mine", "company"));
        Profile ofSettings = new Profile();
        ofSettings.setId("company");
        session.getRequest().addProfile(ofSettings);

        assertThat(BuildEnvironment.of(session, root))
                .isEqualTo("Maven 3.9, linux-x86_64, JDK 17, profiles all mine release");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x86_64",
        "Linux, aarch64, linux-aarch_64",
        "Mac OS X, aarch64, osx-aarch_64",
        "Mac OS X, x86_64, osx-x86_64",
        "Windows Server 2022, amd64, windows-x86_64",
        "Windows 11, x86, windows-x86_32",
        "Linux, ppc64le, linux-ppcle_64",
        "Linux, s390x, linux-s390_64",
        "FreeBSD, riscv64, freebsd-riscv64"
    })
    void namesSystemsAsClassifiersDo(String os, String architecture, String expected) {
        assertThat(BuildEnvironment.platform(os, architecture)).isEqualTo(expected);
    }
}
