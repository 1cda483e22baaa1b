package io.github.mavenhardening.core.checks.insights;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.FindingSink;
import io.github.mavenhardening.core.check.InsightsCheck;
import io.github.mavenhardening.core.check.InsightsContext;
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
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The file and the POM name another repository, licence or home page, or have no person in common. */
@AutoService(Check.class)
@CheckInfo(
        id = "security-insights-contradicts-pom",
        title = "The Security Insights file and the POM contradict each other",
        family = Family.SECURITY_INSIGHTS,
        severity = Severity.MEDIUM,
        needs = {CheckInfo.Need.REPOSITORY, CheckInfo.Need.BUILD},
        sources = {
            "https://github.com/ossf/security-insights",
            "https://maven.apache.org/pom.html#More_Project_Information"
        })
public final class SecurityInsightsContradictsPom implements InsightsCheck {

    @Override
    public void file(SecurityInsights file, InsightsContext context, FindingSink findings) {
        context.project().ifPresent(project -> {
            if (file.version().isTwo()) {
                place(file, "repository", "url")
                        .ifPresent(it -> it.compare(project.scmUrl(), "<scm>", project, findings));
                place(file, "project", "homepage")
                        .ifPresent(it -> it.graded(Severity.INFO).compare(project.url(), "<url>", project, findings));
                licence(file, project, findings);
                people(file, project, findings);
            } else {
                Optional<String> either = project.scmUrl().or(project::url);
                place(file, SecurityInsights.HEADER, "project-url")
                        .filter(it -> !it.leadsTo(project.url()))
                        .ifPresent(it -> it.compare(either, "<scm>", project, findings));
            }
        });
    }

    private Optional<Link> place(SecurityInsights file, String section, String key) {
        return file.mapping(section)
                .flatMap(mapping -> mapping.scalar(key))
                .filter(scalar -> !scalar.isNull() && !scalar.value().isBlank())
                .map(scalar -> new Link(file, section + "." + key, scalar, Severity.MEDIUM));
    }

    private void licence(SecurityInsights file, ProjectFacts project, FindingSink findings) {
        Optional<YamlScalar> expression =
                file.mapping("repository", "license").flatMap(license -> license.scalar("expression"));
        Optional<Set<String>> declared = SpdxLicenses.ofPom(project.licenses());
        if (expression.isEmpty() || declared.isEmpty()) {
            return;
        }
        Set<String> named = SpdxLicenses.ofExpression(expression.get().value());
        if (!named.isEmpty() && !SpdxLicenses.same(named, declared.get())) {
            findings.add(at(file.at(expression.get().span()))
                    .message("repository.license.expression is "
                            + Quoted.of(expression.get().value()) + ", but <licenses> of " + project.path() + " has "
                            + Quoted.of(String.join(", ", declared.get())))
                    .remedy("Make both say what the licence file says")
                    .subject("repository.license.expression"));
        }
    }

    private void people(SecurityInsights file, ProjectFacts project, FindingSink findings) {
        List<YamlMapping> contacts = Stream.concat(
                        people(file, "project", "administrators"), people(file, "repository", "core-team"))
                .toList();
        boolean known = contacts.stream().anyMatch(contact -> isDeveloper(contact, project.developers()));
        if (!contacts.isEmpty() && !project.developers().isEmpty() && !known) {
            findings.add(at(file.at(contacts.get(0).span()))
                    .severity(Severity.INFO)
                    .persona(Persona.PEDANTIC)
                    .message(
                            "nobody of the administrators and the core team is among <developers> of " + project.path())
                    .remedy("Bring the two lists in line")
                    .subject("developers"));
        }
    }

    private static Stream<YamlMapping> people(SecurityInsights file, String section, String key) {
        return file.mapping(section).flatMap(mapping -> mapping.sequence(key)).stream()
                .flatMap(list -> list.values().stream())
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast);
    }

    private static boolean isDeveloper(YamlMapping contact, List<ProjectFacts.Developer> developers) {
        return developers.stream()
                .anyMatch(developer ->
                        same(contact, "name", developer.name()) || same(contact, "email", developer.email()));
    }

    private static boolean same(YamlMapping contact, String key, Optional<String> text) {
        Optional<String> own = contact.scalar(key).map(scalar -> scalar.value().strip());
        return own.isPresent()
                && text.filter(it -> it.strip().equalsIgnoreCase(own.get())).isPresent();
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

        Link graded(Severity newSeverity) {
            return new Link(file, key, value, newSeverity);
        }

        boolean leadsTo(Optional<String> url) {
            Optional<WebAddress> target = url.flatMap(WebAddress::of);
            return target.isPresent() && target.equals(WebAddress.of(value.value()));
        }

        void compare(Optional<String> other, String element, ProjectFacts project, FindingSink findings) {
            Optional<WebAddress> own = WebAddress.of(value.value());
            Optional<WebAddress> declared = other.flatMap(WebAddress::of);
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
            findings.add(mirror ? finding.confidence(Confidence.LOW).persona(Persona.PEDANTIC) : finding);
        }
    }
}
