package io.github.mavenhardening.core.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.baseline.Baseline;
import io.github.mavenhardening.core.lock.Lock;
import io.github.mavenhardening.core.lock.NativeMode;
import io.github.mavenhardening.core.lock.metadata.LockMetadata;
import io.github.mavenhardening.core.policy.PolicyFile;
import io.github.mavenhardening.core.policy.ZizmorConfig;
import io.github.mavenhardening.core.signature.IdentityMap;
import io.github.mavenhardening.core.signature.Keyring;
import io.github.mavenhardening.core.signature.KeysMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateFileTest {

    private static GateFile of(String path) {
        return GateFile.of(path, List.of()).orElse(null);
    }

    /** The readers of these files say where they look. */
    @Test
    void knowsEveryFileThatIsRead() {
        assertThat(PolicyFile.PATHS).allSatisfy(path -> assertThat(of(path)).isEqualTo(GateFile.POLICY));
        assertThat(ZizmorConfig.PATHS).allSatisfy(path -> assertThat(of(path)).isEqualTo(GateFile.ZIZMOR));
        assertThat(of(Baseline.LOCATION)).isEqualTo(GateFile.BASELINE);
        assertThat(of(Lock.LOCATION)).isEqualTo(GateFile.LOCK);
        assertThat(of(LockMetadata.LOCATION)).isEqualTo(GateFile.METADATA);
        assertThat(List.of(Keyring.LOCATION, Keyring.BINARY_LOCATION, KeysMap.LOCATION, IdentityMap.LOCATION))
                .allSatisfy(path -> assertThat(of(path)).isEqualTo(GateFile.SIGNERS));
        assertThat(of(NativeMode.LOCATION)).isEqualTo(GateFile.MAVEN);
    }

    @Test
    void takesAPolicyElsewhereForOneWhereItIsRead() {
        assertThat(GateFile.of("build/gate.yml", List.of("build/gate.yml"))).contains(GateFile.POLICY);
        assertThat(GateFile.of("build/gate.yml", List.of("zizmor.yml"))).isEmpty();
        assertThat(GateFile.of("ci/known.json", List.of("ci/known.json"))).contains(GateFile.BASELINE);
        assertThat(GateFile.of("ci/known.json", List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "x.mvn/a", "src/hardening.yml", "sub/zizmor.yml", "sub/CODEOWNERS", "mvnw.txt"})
    void leavesOtherFilesAlone(String path) {
        assertThat(of(path)).isNull();
    }
}
