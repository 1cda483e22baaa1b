package io.github.mavenhardening.core.checks.posture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposedCiVariableTest extends GitLabCheckContract {

    ExposedCiVariableTest() {
        super(new ExposedCiVariable(), "/gitLab/variables", "/gitLab/groupVariables");
    }

    private static String variable(String name, String scope, boolean isProtected, boolean isMasked, String type) {
        return "{\"name\": \"%s\", \"scope\": \"%s\", \"protected\": %s, \"masked\": %s, \"hidden\": false, \"type\": \"%s\"}"
                .formatted(name, scope, isProtected, isMasked, type);
    }

    @Test
    void findsCredentialsOfEveryBranch() {
        with(
                "/gitLab/variables",
                "{\"A_TOKEN\": " + variable("A_TOKEN", "*", false, false, "env_var") + ", \"B_TOKEN (live)\": "
                        + variable("B_TOKEN", "live", false, true, "env_var") + ", \"C_TOKEN\": "
                        + variable("C_TOKEN", "*", true, false, "env_var") + "}",
                "/gitLab/groupVariables",
                "{\"D_TOKEN\": " + variable("D_TOKEN", "*", false, true, "env_var") + "}");
        assertThat(repository.found())
                .containsExactlyInAnyOrder(
                        "high .mvn/hardening-forge.json:35 The variable 'A_TOKEN' of the project is neither protected nor"
                                + " masked: jobs of every branch get it, and logs show it",
                        "medium .mvn/hardening-forge.json:43 The variable 'B_TOKEN' of the project is not protected: jobs of"
                                + " every branch get it in 'live'",
                        "low .mvn/hardening-forge.json:51 The variable 'C_TOKEN' of the project is not masked: logs show it"
                                + " where a command prints it",
                        "medium .mvn/hardening-forge.json:61 The variable 'D_TOKEN' of the group is not protected: jobs of"
                                + " every branch get it");
    }

    /** A file has lines, which cannot be masked. */
    @Test
    void demandsNoMaskOfFiles() {
        with("/gitLab/variables", "{\"SSH_KEY\": " + variable("SSH_KEY", "*", true, false, "file") + "}")
                .findsNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TOKEN",
                "CI_TOKEN",
                "NPMTOKEN",
                "MAVEN_PASSWORD",
                "GPG_PASSPHRASE",
                "AWS_SECRET_ACCESS_KEY",
                "SIGNING_KEY_BASE64",
                "SIGNINGKEY",
                "DB_PASS",
                "GH_PAT",
                "GCP_CREDENTIALS",
                "KUBECONFIG",
                "API_KEY_2",
                "DOCKER_AUTH",
                "CLIENT_SECRET"
            })
    void knowsCredentialsByTheirNames(String name) {
        with("/gitLab/variables", "{\"x\": " + variable(name, "*", false, true, "env_var") + "}");
        assertThat(repository.found()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JAVA_VERSION",
                "TOKEN_URL",
                "PASSWORD_POLICY",
                "CACHE_KEY",
                "COMPASS",
                "KEY",
                "AUTHOR",
                "SONAR_HOST_URL",
                "PATH",
                "BYPASS",
                "MAVEN_ARGS",
                "GPG_KEY_ID",
                "DEPLOY_KEYS_URL",
                "API_KEY_NAME"
            })
    void takesOtherNamesForNone(String name) {
        with("/gitLab/variables", "{\"x\": " + variable(name, "*", false, false, "env_var") + "}")
                .findsNothing();
    }

    @Test
    void leavesOutWhatThePolicyNames() {
        with("/gitLab/variables", "{\"A_TOKEN\": " + variable("A_TOKEN", "*", false, false, "env_var") + "}")
                .option("harmless: [A_TOKEN]")
                .findsNothing();
    }
}
