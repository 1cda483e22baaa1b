package io.github.mavenhardening.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenhardening.core.api.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownPropertiesTest {

    private static final Set<String> PARAMETERS = Set.of("failOn", "persona", "policyFile", "root", "skip", "base");

    private static List<String> warnings(String name) {
        return UnknownProperties.warnings(Map.of(name, "on the command line or in .mvn/maven.config"), PARAMETERS);
    }

    @ParameterizedTest
    @CsvSource({
        "hardening.failon, hardening.failOn",
        "hardening.fail-on, hardening.failOn",
        "hardening.personna, hardening.persona",
        "hardening.policyfile, hardening.policyFile"
    })
    void refusesAMisspeltOneWithTheNearest(String name, String near) {
        assertThatThrownBy(() -> warnings(name))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(name + ": Unknown property on the command line or in .mvn/maven.config; did you mean "
                        + near + "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hardening.failOn",
                "hardening.skip",
                "hardening.strict",
                "hardening.version",
                "hardeningfailOn",
                "maven.hardening.failon",
                "Hardening.failon"
            })
    void takesItsOwnAndThoseOfOthers(String name) {
        assertThat(warnings(name)).isEmpty();
    }

    @Test
    void warnsOfOneThatIsLikeNone() {
        assertThat(warnings("hardening.compiler-flags"))
                .containsExactly(
                        "hardening.compiler-flags on the command line or in .mvn/maven.config is not a property of this"
                                + " plugin");
        assertThat(warnings("hardening.name"))
                .containsExactly(
                        "hardening.name on the command line or in .mvn/maven.config is not a property of this plugin;"
                                + " did you mean hardening.base?");
    }

    @Test
    void warnsInASafeLine() {
        assertThat(warnings("hardening.\u001b[31mred\n"))
                .singleElement()
                .asString()
                .doesNotContain("\u001b", "\n");
    }
}
