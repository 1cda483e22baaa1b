package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A secret that a job reads.
 *
 * @param name its name in upper case, as the forge has it; {@link #ANY} where it may be any
 * @param span where the job, or its workflow's {@code env}, reads it first
 */
public record SecretUse(String name, Span span) {

    /** Stands for the name where an expression makes it, or all are read at once. */
    public static final String ANY = "*";

    private static final String CONTEXT = "secrets";

    private static final String JOB_TOKEN = "GITHUB_TOKEN";

    /** The secrets that a job reads or its workflow's {@code env} hands it, each once, but for the token that every run has. */
    public static List<SecretUse> of(Job job, Workflow workflow, Definitions definitions) {
        Optional<List<SecretUse>> known = definitions.known(SecretUse.class, job);
        List<SecretUse> uses =
                new ArrayList<>(known.isPresent() ? known.get() : definitions.keepLast(SecretUse.class, job, of(job)));
        Set<String> names = new HashSet<>();
        uses.forEach(use -> names.add(use.name()));
        for (SecretUse use : ofEnv(workflow, definitions)) {
            if (names.add(use.name())) {
                uses.add(use);
            }
        }
        return List.copyOf(uses);
    }

    /** Whether a step reads one that is not the token that every run has. */
    public static boolean isIn(Step step) {
        return !of(step).isEmpty();
    }

    /** Those that a step reads. */
    public static List<SecretUse> of(Step step) {
        return in(YamlNodes.scalars(step.mapping()));
    }

    /** Those that variables hold. */
    public static List<SecretUse> of(NamedValues variables) {
        List<YamlScalar> scalars = new ArrayList<>();
        for (NamedValues.Binding binding : variables.all()) {
            binding.scalar().ifPresent(scalars::add);
        }
        return in(scalars);
    }

    /** Those that a job reads itself. */
    static List<SecretUse> of(Job job) {
        return in(YamlNodes.scalars(job.mapping()));
    }

    /** Those of a workflow's {@code env}, which each of its jobs has. */
    static List<SecretUse> ofEnv(Workflow workflow, Definitions definitions) {
        return definitions.known(SecretUse.class, workflow, () -> of(workflow.env()));
    }

    private static List<SecretUse> in(List<YamlScalar> scalars) {
        List<SecretUse> uses = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlScalar scalar : scalars) {
            if (!Fence.mayRead(scalar.value(), CONTEXT)) {
                continue;
            }
            for (Fence fence : Fence.of(scalar)) {
                if (fence.expression().isPresent()) {
                    collect(fence, fence.expression().get(), names, uses);
                }
            }
        }
        return List.copyOf(uses);
    }

    private static void collect(Fence fence, Expression expression, Set<String> names, List<SecretUse> uses) {
        // Outer parts come first, so that what ends before an outer path does is of that path.
        int end = -1;
        for (Expression part : expression.all()) {
            ContextPath path = part.to() > end ? ContextPath.of(part).orElse(null) : null;
            if (path != null) {
                end = part.to();
                String name = path.context().equals(CONTEXT) ? nameOf(path) : JOB_TOKEN;
                if (!name.equals(JOB_TOKEN) && names.add(name)) {
                    uses.add(new SecretUse(name, fence.span(part)));
                }
            }
        }
    }

    private static String nameOf(ContextPath path) {
        return path.segments().size() < 2 ? ANY : path.segments().get(1).toUpperCase(Locale.ROOT);
    }
}
