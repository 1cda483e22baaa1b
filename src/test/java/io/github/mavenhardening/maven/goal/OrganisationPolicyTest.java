package io.github.mavenhardening.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.source.SourceFile;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganisationPolicyTest {

    @TempDir
    Path folder;

    private final List<Artifact> artifacts = new ArrayList<>();
    private final List<URL> urls = new ArrayList<>();

    private void jar(String name, byte[] policy) throws IOException {
        Path jar = folder.resolve(name + "-1.0.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(policy == null ? "other.txt" : OrganisationPolicy.RESOURCE));
            out.write(policy == null ? new byte[0] : policy);
        }
        Artifact artifact = new DefaultArtifact(
                "org.example", name, "1.0", "runtime", "jar", null, new DefaultArtifactHandler("jar"));
        artifact.setFile(jar.toFile());
        artifacts.add(artifact);
        urls.add(jar.toUri().toURL());
    }

    private Optional<SourceFile> find() throws IOException {
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), null)) {
            return OrganisationPolicy.ofClassPath(loader, artifacts);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsThatOfAJarAndNamesItByItsCoordinates() throws IOException {
        jar("other", null);
        jar("policy", text("persona: auditor\n"));

        SourceFile policy = find().orElseThrow();

        assertThat(policy.path()).isEqualTo("org.example:policy:1.0!/META-INF/hardening/policy.yml");
        assertThat(policy.text()).isEqualTo("persona: auditor\n");
    }

    @Test
    void hasNoneWhereNoJarHasOne() throws IOException {
        jar("other", null);

        assertThat(find()).isEmpty();
    }

    @Test
    void namesAJarThatIsNoDependencyByItsFile() throws IOException {
        jar("policy", text("persona: auditor\n"));
        artifacts.clear();

        assertThat(find().orElseThrow().path()).isEqualTo("policy-1.0.jar!/META-INF/hardening/policy.yml");
    }

    @Test
    void refusesTwo() throws IOException {
        jar("policy-b", text("persona: auditor\n"));
        jar("policy-a", text("persona: regular\n"));

        assertThatThrownBy(this::find)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The plugin's dependencies: Only one of them may have a policy; there are"
                        + " org.example:policy-a:1.0!/META-INF/hardening/policy.yml and"
                        + " org.example:policy-b:1.0!/META-INF/hardening/policy.yml");
    }

    @Test
    void refusesWhatIsNotText() throws IOException {
        jar("policy", new byte[] {'a', ':', ' ', (byte) 0xff});

        assertThatThrownBy(this::find)
                .hasMessage("org.example:policy:1.0!/META-INF/hardening/policy.yml:1:4: not UTF-8 text");
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        jar("policy", new byte[(4 << 20) + 1]);

        assertThatThrownBy(this::find).hasMessageContaining("larger than 4194304 bytes");
    }

    @Test
    void readsAFileUnderTheNameThatTheUserGave() throws IOException {
        Path file = Files.writeString(folder.resolve("p.yml"), "persona: auditor\n");

        assertThat(OrganisationPolicy.ofFile(file, "../p.yml").path()).isEqualTo("../p.yml");
        assertThatThrownBy(() -> OrganisationPolicy.ofFile(folder, "../org"))
                .hasMessage("hardening.policyFile: There is no file ../org");
    }
}
