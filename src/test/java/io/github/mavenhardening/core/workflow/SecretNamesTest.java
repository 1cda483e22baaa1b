package io.github.mavenhardening.core.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenhardening.core.workflow.SecretNames.Stage;
import io.github.mavenhardening.core.workflow.SecretNames.Staged;
import org.junit.jupiter.api.Test;

class SecretNamesTest {

    @Test
    void readsTheStageAndWhatIsLeft() {
        assertThat(SecretNames.staged("PROD_DB_PASSWORD")).contains(new Staged(Stage.PRODUCTION, "DB_PASSWORD"));
        assertThat(SecretNames.staged("dbPasswordStaging")).contains(new Staged(Stage.TESTS, "DB_PASSWORD"));
        assertThat(SecretNames.staged("role-deploy-prod")).contains(new Staged(Stage.PRODUCTION, "ROLE_DEPLOY"));
        assertThat(SecretNames.staged("DB_PASSWORD")).isEmpty();
        assertThat(SecretNames.staged("PROD_TEST_TOKEN")).isEmpty();
        assertThat(SecretNames.staged("PROD")).isEmpty();
        assertThat(SecretNames.staged("")).isEmpty();
    }

    @Test
    void tellsAccountsAndServicesFromCredentials() {
        assertThat(SecretNames.isPublic("NPM_USER")).isTrue();
        assertThat(SecretNames.isPublic("SRC_DIRECTORY")).isTrue();
        assertThat(SecretNames.isPublic("SLACK_CHANNEL_ID")).isTrue();
        assertThat(SecretNames.isPublic("npmToken")).isFalse();
        assertThat(SecretNames.isPublic("SLACK_WEBHOOK_URL")).isFalse();
        assertThat(SecretNames.isForRelease("NPM_TOKEN")).isTrue();
        assertThat(SecretNames.isForRelease("CODECOV_TOKEN")).isFalse();
        assertThat(SecretNames.isForRelease("E2E_PASSWORD")).isFalse();
        assertThat(SecretNames.isForRelease("GEMINI_API_KEY")).isFalse();
        assertThat(SecretNames.isForRelease("CLAUDE_APP_PRIVATE_KEY")).isTrue();
        assertThat(SecretNames.isForRelease(SecretUse.ANY)).isFalse();
    }
}
