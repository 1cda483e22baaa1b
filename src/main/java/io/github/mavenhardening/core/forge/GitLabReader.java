package io.github.mavenhardening.core.forge;

import io.github.mavenhardening.core.forge.GitLabSettings.Approvals;
import io.github.mavenhardening.core.forge.GitLabSettings.Branch;
import io.github.mavenhardening.core.forge.GitLabSettings.Deployment;
import io.github.mavenhardening.core.forge.GitLabSettings.Variable;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.core.yaml.YamlMapping;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what a snapshot has of GitLab alone. */
final class GitLabReader extends SnapshotValues {

    GitLabReader(String path) {
        super(path);
    }

    GitLabSettings read(Optional<YamlMapping> in) throws UnreadableFileException {
        Optional<YamlMapping> approvals = in.isPresent() ? part(in.get(), "approvals") : Optional.empty();
        return new GitLabSettings(
                branches(member(in, "branches")),
                tags(member(in, "tags")),
                environments(member(in, "environments")),
                variables(member(in, "variables")),
                variables(member(in, "groupVariables")),
                flag(member(in, "jobTokenLimited")),
                flag(member(in, "jobTokenPushes")),
                new Approvals(
                        flag(member(approvals, "byAuthor")),
                        flag(member(approvals, "byCommitters")),
                        flag(member(approvals, "keptOnPush"))),
                names(member(in, "pushRules")),
                names(member(in, "runners")),
                flag(member(in, "sharedRunners")));
    }

    private Known<SortedMap<String, Branch>> branches(Member member) throws UnreadableFileException {
        if (member.node().isEmpty()) {
            return member.unknown();
        }
        SortedMap<String, Branch> branches = new TreeMap<>();
        for (YamlMapping.Entry entry : object(member.node().get()).entries()) {
            YamlMapping in = object(entry.value());
            branches.put(
                    entry.name(),
                    new Branch(
                            texts(required(in, "push")),
                            texts(required(in, "merge")),
                            flag(member(in, "forcePush")),
                            flag(member(in, "codeOwnerReview"))));
        }
        return Known.of(Collections.unmodifiableSortedMap(branches));
    }

    private Known<SortedMap<String, List<String>>> tags(Member member) throws UnreadableFileException {
        if (member.node().isEmpty()) {
            return member.unknown();
        }
        SortedMap<String, List<String>> tags = new TreeMap<>();
        for (YamlMapping.Entry entry : object(member.node().get()).entries()) {
            tags.put(entry.name(), texts(entry.value()));
        }
        return Known.of(Collections.unmodifiableSortedMap(tags));
    }

    private Known<SortedMap<String, Deployment>> environments(Member member) throws UnreadableFileException {
        if (member.node().isEmpty()) {
            return member.unknown();
        }
        SortedMap<String, Deployment> environments = new TreeMap<>();
        for (YamlMapping.Entry entry : object(member.node().get()).entries()) {
            YamlMapping in = object(entry.value());
            environments.put(
                    entry.name(),
                    new Deployment(
                            text(member(in, "tier")), texts(member(in, "deployers")), number(member(in, "approvals"))));
        }
        return Known.of(Collections.unmodifiableSortedMap(environments));
    }

    private Known<SortedMap<String, Variable>> variables(Member member) throws UnreadableFileException {
        if (member.node().isEmpty()) {
            return member.unknown();
        }
        SortedMap<String, Variable> variables = new TreeMap<>();
        for (YamlMapping.Entry entry : object(member.node().get()).entries()) {
            YamlMapping in = object(entry.value());
            variables.put(
                    entry.name(),
                    new Variable(
                            text(required(in, "name")),
                            text(required(in, "scope")),
                            flag(required(in, "protected")),
                            flag(required(in, "masked")),
                            flag(required(in, "hidden")),
                            text(required(in, "type"))));
        }
        return Known.of(Collections.unmodifiableSortedMap(variables));
    }
}
