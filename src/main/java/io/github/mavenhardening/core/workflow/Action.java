package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlDocument;
import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * An action's metadata file.
 *
 * @param inputs each input by name; its value is the input's mapping
 * @param outputs each output by name; its value is the output's mapping
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax">Metadata syntax</a>
 */
public record Action(
        YamlDocument document,
        YamlMapping mapping,
        NamedValues inputs,
        NamedValues outputs,
        Runs runs,
        List<Problem> problems)
        implements Definition {

    public Action {
        problems = List.copyOf(problems);
    }

    @Override
    public List<Image> images() {
        return runs instanceof Docker docker ? docker.image().stream().toList() : List.of();
    }

    /** The steps of a composite action; empty for other kinds. */
    @Override
    public List<Step> steps() {
        return runs instanceof Composite composite ? composite.steps() : List.of();
    }

    /** The steps of a composite action that can run, those of parallel groups in place of their group. */
    public List<Step> liveSteps() {
        return Step.live(steps());
    }

    /** How an action runs. */
    public sealed interface Runs permits Composite, Docker, JavaScript, Unknown {}

    /** Steps within the caller's job. */
    public record Composite(List<Step> steps) implements Runs {
        public Composite {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A container.
     *
     * @param image the image; empty when it is built from a Dockerfile
     * @param dockerfile path of the Dockerfile relative to the action; empty when an image is named
     * @param entrypoint what it runs instead of what the image does
     * @param args what that is given, as far as they are scalars
     * @param env variables that it finds
     */
    public record Docker(
            Optional<Image> image,
            Optional<YamlScalar> dockerfile,
            Optional<YamlScalar> entrypoint,
            List<YamlScalar> args,
            NamedValues env)
            implements Runs {
        public Docker {
            args = List.copyOf(args);
        }
    }

    /**
     * Scripts that the runner's own Node.js runs.
     *
     * @param using the runtime, {@code node24}
     * @param scripts the paths of {@code pre}, {@code main} and {@code post}, relative to the action, as far as they are given
     */
    public record JavaScript(YamlScalar using, List<YamlScalar> scripts) implements Runs {
        public JavaScript {
            scripts = List.copyOf(scripts);
        }
    }

    /** A kind that is not known. */
    public record Unknown() implements Runs {}
}
