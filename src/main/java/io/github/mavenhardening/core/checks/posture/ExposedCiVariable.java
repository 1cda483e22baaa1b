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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

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

    /** What the last word of a name ends in: MAVEN_PASSWORD, but not PASSWORD_POLICY_URL. */
    private static final List<String> ENDS =
            List.of("TOKEN", "PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "KUBECONFIG");

    /** Last words. */
    private static final Set<String> WORDS = Set.of("PASS", "PWD", "PAT", "CREDENTIAL", "CREDENTIALS", "AUTH");

    /** What a key is of that opens something, as CACHE_KEY does not. */
    private static final Set<String> KEYS =
            Set.of("API", "ACCESS", "PRIVATE", "SECRET", "SIGNING", "SSH", "GPG", "PGP", "DEPLOY", "ENCRYPTION");

    /** What may stand behind: how it is written, or where it is for. */
    private static final Set<String> ADDED =
            Set.of("BASE64", "B64", "FILE", "PROD", "PRODUCTION", "STAGING", "1", "2", "3", "4", "5");

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
        int last = name.lastIndexOf('_');
        String text = last > 0 && ADDED.contains(name.substring(last + 1)) ? name.substring(0, last) : name;
        int underscore = text.lastIndexOf('_');
        String word = text.substring(underscore + 1);
        for (String end : ENDS) {
            if (word.endsWith(end)) {
                return true;
            }
        }
        if (!word.endsWith("KEY")) {
            return WORDS.contains(word);
        }
        String before = text.substring(0, Math.max(underscore, 0));
        return KEYS.contains(
                word.equals("KEY")
                        ? before.substring(before.lastIndexOf('_') + 1)
                        : word.substring(0, word.length() - "KEY".length()));
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
