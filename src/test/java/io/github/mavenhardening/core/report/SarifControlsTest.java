package io.github.mavenhardening.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;
import io.github.mavenhardening.core.policy.Comparison;
import io.github.mavenhardening.core.policy.PolicyLayer;
import io.github.mavenhardening.core.policy.Result;
import io.github.mavenhardening.core.policy.Verdict;
import io.github.mavenhardening.core.run.AuditResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifControlsTest {

    @Test
    void tagsRulesWithTheControlsThatTheySupport() {
        AuditResult posture = AuditResult.nothing(Family.POSTURE, "nothing");
        Result result = new Result(
                List.of(posture),
                List.of(),
                0,
                PolicyLayer.none().toPolicy(),
                List.of(),
                List.of(),
                new Verdict(List.of()),
                Comparison.none());
        Checks checks = Checks.load(getClass().getClassLoader());
        JsonNode sarif =
                Schemas.parse(new SarifReport().render(result, ReportContext.of("1.0", checks, path -> false)));

        List<String> tagged = new ArrayList<>();
        for (JsonNode rule : sarif.at("/runs/0/tool/driver/rules")) {
            for (JsonNode tag : rule.at("/properties/tags")) {
                if (tag.asText().startsWith("OSPS-")) {
                    tagged.add(rule.path("id").asText() + " " + tag.asText());
                }
            }
        }
        assertThat(tagged)
                .containsExactly(
                        "binary-artifacts OSPS-QA-05.01",
                        "binary-artifacts OSPS-QA-05.02",
                        "codeowners OSPS-QA-07.01",
                        "dco OSPS-LE-01.01",
                        "default-token-rights OSPS-AC-04.01",
                        "license-file OSPS-LE-03.01",
                        "security-policy OSPS-VM-01.01",
                        "security-policy OSPS-VM-02.01",
                        "unprotected-default-branch OSPS-AC-03.01",
                        "unprotected-deployment OSPS-AC-04.02",
                        "update-bot OSPS-DO-06.01");
    }
}
