package io.github.mavenhardening.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.network.Network;
import io.github.mavenhardening.core.policy.CheckSettings;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.run.AuditResult;
import io.github.mavenhardening.core.run.PostureAudit;
import io.github.mavenhardening.core.source.Checkout;
import io.github.mavenhardening.core.source.Environment;
import io.github.mavenhardening.core.source.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardeningTest {

    @CheckInfo(id = "throwing", title = "Throws", severity = Severity.LOW)
    private static final class Throwing implements PostureCheck {
        @Override
        public void check(CheckContext in) {
            throw new UnsupportedOperationException("it ran");
        }
    }

    @CheckInfo(id = "declining", title = "Declines", severity = Severity.LOW)
    private static final class Declining implements PostureCheck {
        @Override
        public void check(CheckContext in) {
            in.decline(this, "there is no moon tonight");
        }
    }

    @CheckInfo(id = "asked-for", title = "Asked for", severity = Severity.LOW, enabledByDefault = false)
    private static final class AskedFor implements PostureCheck {
        @Override
        public void check(CheckContext in) {
            in.report(at(Location.ofRepository())
                    .message("Looked")
                    .remedy("Nothing")
                    .subject("looked"));
        }
    }

    @CheckInfo(id = "asking", title = "Asks", severity = Severity.LOW, online = true)
    private static final class Asking implements PostureCheck {
        @Override
        public void check(CheckContext in) {
            throw new UnsupportedOperationException("it asked");
        }
    }

    @TempDir
    Path root;

    @BeforeEach
    void file() throws Exception {
        Files.writeString(root.resolve("README.md"), "x");
    }

    private AuditResult audit(Map<String, Boolean> enabled, PostureCheck... checks) throws IOException {
        return audit(enabled, Optional.empty(), checks);
    }

    private AuditResult audit(Map<String, Boolean> enabled, Optional<Network> network, PostureCheck... checks)
            throws IOException {
        Map<String, CheckSettings> switched = new TreeMap<>();
        enabled.forEach(
                (id, on) -> switched.put(id, new CheckSettings(Optional.of(on), Optional.empty(), Optional.empty())));
        PolicyLayer settings = PolicyLayer.of(Map.of("checks", switched));
        return new Hardening(
                        new Repository(new Checkout(root), Optional.empty()),
                        new Environment(Clock.systemUTC(), Map.of(), Optional.empty(), network),
                        Checks.of(List.of(checks)),
                        settings,
                        Optional.empty())
                .audit(new PostureAudit(Optional.empty()));
    }

    @Test
    void doesNotRunWhatThePolicySwitchesOff() throws IOException {
        assertThatThrownBy(() -> audit(Map.of(), new Throwing())).hasMessage("it ran");
        assertThat(audit(Map.of("throwing", false), new Throwing()).findings()).isEmpty();
    }

    @Test
    void runsWhatIsOffByDefaultWhereThePolicyAsksForIt() throws IOException {
        assertThat(audit(Map.of(), new AskedFor()).findings()).isEmpty();
        assertThat(audit(Map.of("asked-for", true), new AskedFor()).findings()).hasSize(1);
    }

    @Test
    void saysWhichCheckDeclinedAndWhy() throws IOException {
        assertThat(audit(Map.of(), new Declining()).gaps()).containsExactly("declining: there is no moon tonight");
    }

    @Test
    void runsWhatAsksTheNetworkOnlyWhereThatIsWantedAndAllowed() throws IOException {
        Optional<Network> offline = Optional.of(Network.closed("Maven runs offline (-o)"));

        assertThat(audit(Map.of(), Optional.empty(), new Asking()).gaps()).isEmpty();
        assertThat(audit(Map.of(), offline, new Asking()).gaps()).containsExactly("asking: Maven runs offline (-o)");
        assertThat(audit(Map.of("asking", false), offline, new Asking()).gaps()).isEmpty();
        assertThatThrownBy(() -> audit(Map.of(), Optional.of(Network.open()), new Asking()))
                .hasMessage("it asked");
    }
}
