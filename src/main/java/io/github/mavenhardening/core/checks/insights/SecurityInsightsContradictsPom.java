package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.InsightsCheck;
import io.github.mavenhardening.core.finding.Confidence;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.insights.ProjectFacts;
import io.github.mavenhardening.core.insights.SecurityInsights;
import io.github.mavenhardening.core.insights.SpdxLicenses;
import io.github.mavenhardening.core.insights.WebAddress;
import io.github.mavenhardening.core.insights.schema.Quoted;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlNode;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The file and the POM name another repository, licence or home page, or have no person in common. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-contradicts-pom",
        title = "The Security Insights file and the POM contradict each other",
        severity = Severity.MEDIUM,
        sources = {
            "https://github.com/ossf/security-insights",
            "https://maven.apache.org/pom.html#More_Project_Information"
        })
public final class SecurityInsightsContradictsPom implements InsightsCheck {

    @Override
    public void file(SecurityInsights file, CheckContext context) {
        if (context.project().isEmpty()) {
            return;
        }
        ProjectFacts project = context.project().get();
        if (file.version().isTwo()) {
            Optional<Link> repository = link(file, "repository", "url", Severity.MEDIUM);
            if (repository.isPresent()) {
                repository.get().compare(project.scm(), "<scm>", project, context);
            }
            Optional<Link> homepage = link(file, "project", "homepage", Severity.INFO);
            if (homepage.isPresent()) {
                homepage.get().compare(project.url(), "<url>", project, context);
            }
            licence(file, project, context);
            people(file, project, context);
        } else {
            Optional<String> either = project.scm().isPresent() ? project.scm() : project.url();
            Optional<Link> home = link(file, SecurityInsights.HEADER, "project-url", Severity.MEDIUM);
            if (home.isPresent() && !home.get().leadsTo(project.url())) {
                home.get().compare(either, "<scm>", project, context);
            }
        }
    }

    private Optional<Link> link(SecurityInsights file, String section, String key, Severity severity) {
        Optional<YamlScalar> value = text(file.mapping(section), key);
        return value.isPresent()
                        && !value.get().isNull()
                        && !value.get().value().isBlank()
                ? Optional.of(new Link(file, section + "." + key, value.get(), severity))
                : Optional.empty();
    }

    private static Optional<YamlScalar> text(Optional<YamlMapping> mapping, String key) {
        return mapping.isPresent() ? mapping.get().scalar(key) : Optional.empty();
    }

    private void licence(SecurityInsights file, ProjectFacts project, CheckContext context) {
        Optional<YamlScalar> expression = text(file.mapping("repository", "license"), "expression");
        Optional<Set<String>> declared = SpdxLicenses.ofPom(project.licenses());
        if (expression.isEmpty() || declared.isEmpty()) {
            return;
        }
        Set<String> named = SpdxLicenses.ofExpression(expression.get().value());
        if (!named.isEmpty() && !SpdxLicenses.same(named, declared.get())) {
            context.report(at(file.at(expression.get().span()))
                    .message("repository.license.expression is "
                            + Quoted.of(expression.get().value()) + ", but <licenses> of " + project.path() + " has "
                            + Quoted.of(String.join(", ", declared.get())))
                    .remedy("Make both match the licence file")
                    .subject("repository.license.expression"));
        }
    }

    private void people(SecurityInsights file, ProjectFacts project, CheckContext context) {
        List<YamlMapping> contacts = new ArrayList<>(people(file, "project", "administrators"));
        contacts.addAll(people(file, "repository", "core-team"));
        if (!contacts.isEmpty() && !project.developers().isEmpty() && !anyIsDeveloper(contacts, project)) {
            context.report(at(file.at(contacts.get(0).span()))
                    .severity(Severity.INFO)
                    .persona(Persona.PEDANTIC)
                    .message("None of the administrators and the core team is among <developers> of " + project.path())
                    .remedy("Add the same people to both lists")
                    .subject("developers"));
        }
    }

    private static List<YamlMapping> people(SecurityInsights file, String section, String key) {
        Optional<YamlMapping> owner = file.mapping(section);
        Optional<YamlSequence> list = owner.isPresent() ? owner.get().sequence(key) : Optional.empty();
        if (list.isEmpty()) {
            return List.of();
        }
        List<YamlMapping> people = new ArrayList<>();
        for (YamlNode person : list.get().values()) {
            if (person instanceof YamlMapping contact) {
                people.add(contact);
            }
        }
        return people;
    }

    private static boolean anyIsDeveloper(List<YamlMapping> contacts, ProjectFacts project) {
        for (YamlMapping contact : contacts) {
            for (ProjectFacts.Developer developer : project.developers()) {
                if (same(contact, "name", developer.name()) || same(contact, "email", developer.email())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean same(YamlMapping contact, String key, Optional<String> text) {
        Optional<YamlScalar> own = contact.scalar(key);
        return own.isPresent()
                && text.isPresent()
                && text.get().strip().equalsIgnoreCase(own.get().value().strip());
    }

    /** A URL of the file that the POM has too. */
    private final class Link {
        private final SecurityInsights file;
        private final String key;
        private final YamlScalar value;
        private final Severity severity;

        Link(SecurityInsights file, String key, YamlScalar value, Severity severity) {
            this.file = file;
            this.key = key;
            this.value = value;
            this.severity = severity;
        }

        boolean leadsTo(Optional<String> url) {
            Optional<WebAddress> target = addressOf(url);
            return target.isPresent() && target.equals(WebAddress.of(value.value()));
        }

        private static Optional<WebAddress> addressOf(Optional<String> url) {
            return url.isPresent() ? WebAddress.of(url.get()) : Optional.empty();
        }

        void compare(Optional<String> other, String element, ProjectFacts project, CheckContext context) {
            Optional<WebAddress> own = WebAddress.of(value.value());
            Optional<WebAddress> declared = addressOf(other);
            if (own.isEmpty() || declared.isEmpty() || own.equals(declared)) {
                return;
            }
            Finding.Builder finding = at(file.at(value.span()))
                    .severity(severity)
                    .message(key + " is " + Quoted.of(value.value()) + ", but " + element + " of " + project.path()
                            + " has " + Quoted.of(other.orElseThrow()))
                    .remedy("Make both name the same place")
                    .subject(key);
            // A project may well be mirrored on another host.
            boolean mirror = !own.get().host().equals(declared.get().host());
            context.report(mirror ? finding.confidence(Confidence.LOW).persona(Persona.PEDANTIC) : finding);
        }
    }
}
