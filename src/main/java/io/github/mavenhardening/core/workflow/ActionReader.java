package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.yaml.YamlMapping;
import io.github.mavenhardening.core.yaml.YamlScalar;
import io.github.mavenhardening.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an action's metadata file. */
final class ActionReader {

    private final ShapeReader reading;
    private final PartReader parts;

    ActionReader(ShapeReader reading) {
        this.reading = reading;
        this.parts = new PartReader(reading);
    }

    Action read(YamlMapping mapping) {
        Action.Runs runs = runs(mapping);
        reading.scalar(mapping, "name");
        return new Action(
                reading.document(),
                mapping,
                parts.bindings(mapping, "inputs"),
                parts.bindings(mapping, "outputs"),
                runs,
                reading.problems());
    }

    private Action.Runs runs(YamlMapping mapping) {
        Optional<YamlMapping> runs = reading.mapping(mapping, "runs");
        Optional<YamlScalar> using = runs.isPresent() ? reading.scalar(runs.get(), "using") : Optional.empty();
        if (using.isEmpty()) {
            reading.problem("the action does not say what it 'runs' and 'using' what", mapping.span());
            return new Action.Unknown();
        }
        String kind = using.get().lower();
        if (kind.equals("composite")) {
            return new Action.Composite(new StepReader(reading, parts).list(runs.get()));
        }
        if (kind.equals("docker")) {
            return docker(runs.get());
        }
        if (kind.startsWith("node")) {
            List<YamlScalar> scripts = new ArrayList<>();
            for (String key : List.of("pre", "main", "post")) {
                reading.scalar(runs.get(), key).ifPresent(scripts::add);
            }
            return new Action.JavaScript(using.get(), scripts);
        }
        reading.problem(
                "the action runs 'using' something that is not known",
                using.get().span());
        return new Action.Unknown();
    }

    private Action.Runs docker(YamlMapping runs) {
        List<YamlScalar> args = new ArrayList<>();
        for (YamlSequence.Item item : reading.items(runs, "args")) {
            if (item.value() instanceof YamlScalar scalar) {
                args.add(scalar);
            }
        }
        Optional<YamlScalar> image = reading.scalar(runs, "image");
        boolean remote = image.filter(scalar -> scalar.value().strip().startsWith("docker://"))
                .isPresent();
        return new Action.Docker(
                image.filter(scalar -> remote)
                        .map(scalar -> Image.of(
                                Image.Role.ACTION,
                                scalar,
                                YamlNodes.span(runs.entry("image").orElseThrow()))),
                image.filter(scalar -> !remote),
                reading.scalar(runs, "entrypoint"),
                args,
                parts.bindings(runs, "env"));
    }
}
