package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.Option;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.forge.GitLabSettings;
import io.github.mavenhardening.core.forge.GitLabSettings.Variable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** A credential among GitLab's CI/CD variables that every branch's jobs get, or that their logs show. */
@AutoService(Check.class)
@CheckInfo(
        id = "exposed-ci-variable",
        title = "A CI/CD variable that looks like a credential goes to jobs of every branch, or into their logs",
        severity = Severity.MEDIUM,
        confidence = Confidence.MEDIUM,
        options = ExposedCiVariable.Others.class,
        sources = {"https://docs.gitlab.com/ci/variables/", "https://docs.gitlab.com/api/project_level_variables/"})
public final class ExposedCiVariable implements PostureCheck {

    /** Words of a name; MAVEN_PASSWORD has one, PASSWORD_POLICY_URL ends in another. */
    private static final Pattern CREDENTIAL = Pattern.compile(
            "(?:[A-Z0-9_]{0,255}_)?(?:[A-Z0-9]{0,255}(?:TOKEN|PASSWORD|PASSWD|PASSPHRASE|SECRET)|PASS|PWD|PAT|CREDENTIALS?|AUTH|"
                    + "(?:API|ACCESS|PRIVATE|SECRET|SIGNING|SSH|GPG|PGP|DEPLOY|ENCRYPTION)_?KEY|KUBE_?CONFIG)"
                    + "(?:_(?:BASE64|B64|FILE|PROD|PRODUCTION|STAGING|[0-9]{1,9}))?");

    /** More than GitLab takes of a name. */
    private static final int MAX_LENGTH = 255;

    record Others(
            @Option(value = "Variables that are none, whatever their names", example = "[SONAR_TOKEN]")
            Set<String> harmless) {}

    @Override
    public void check(CheckContext in) {
        Optional<ForgeView> found = ForgeView.ofGitLab(this, in);
        if (found.isEmpty()) {
            return;
        }
        ForgeView forge = found.get();
        GitLabSettings settings = forge.gitLab().orElseThrow();
        Optional<SortedMap<String, Variable>> own = forge.value("'variables'", settings.variables());
        if (own.isPresent()) {
            look(own.get(), "project", "variables", forge, in);
        }
        Optional<SortedMap<String, Variable>> ofGroups = forge.value("'groupVariables'", settings.groupVariables());
        if (ofGroups.isPresent()) {
            look(ofGroups.get(), "group", "groupVariables", forge, in);
        }
    }

    private void look(
            SortedMap<String, Variable> variables, String owner, String member, ForgeView forge, CheckContext in) {
        for (Map.Entry<String, Variable> entry : variables.entrySet()) {
            Variable variable = entry.getValue();
            // Lines of a file cannot be masked.
            boolean isShown = !variable.masked() && !variable.type().equals("file");
            if ((isShown || !variable.onlyProtected())
                    && isCredential(variable.name())
                    && !in.options(Others.class).harmless().contains(variable.name())) {
                report(variable, isShown, owner, forge.at("gitLab", member, entry.getKey()), in);
            }
        }
    }

    private static boolean isCredential(String name) {
        return name.length() <= MAX_LENGTH && CREDENTIAL.matcher(name).matches();
    }

    private void report(Variable variable, boolean isShown, String owner, Location place, CheckContext in) {
        boolean isEverywhere = !variable.onlyProtected();
        String jobs = variable.scope().equals("*") ? "" : " in '" + variable.scope() + "'";
        String ways = isEverywhere && isShown
                ? "is neither protected nor masked: jobs of every branch get it" + jobs + ", and logs show it"
                : isEverywhere
                        ? "is not protected: jobs of every branch get it" + jobs
                        : "is not masked: logs show it where a command prints it";
        in.report(at(place)
                .severity(isEverywhere && isShown ? Severity.HIGH : isEverywhere ? Severity.MEDIUM : Severity.LOW)
                .message("The variable '" + variable.name() + "' of the " + owner + " " + ways)
                .remedy(
                        isEverywhere && isShown
                                ? "Protect and mask it; better, use an ID token, which is short-lived"
                                : isEverywhere
                                        ? "Protect it, so that jobs of protected branches and tags alone get it"
                                        : "Mask it")
                .subject(owner + " " + variable.key()));
    }
}
