package io.github.mavenhardening.core.workflow;

import io.github.mavenhardening.core.finding.Span;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import io.github.mavenhardening.core.workflow.expression.Expression;
import io.github.mavenhardening.core.workflow.expression.Fence;
import io.github.mavenhardening.core.workflow.expression.Operator;
import io.github.mavenhardening.core.workflow.expression.Value;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One image that a value can name once its expressions are evaluated.
 *
 * @param text the image, or the expression where it is not known
 * @param reference the image; empty when it is not known before a run
 * @param span where a finding on it stands
 * @param origin the matrix value that it comes from; empty when it comes from none
 */
public record ImageCandidate(String text, Optional<ImageReference> reference, Span span, Optional<YamlScalar> origin) {

    /** Stands for an expression that is not known; no image's name may contain it. */
    private static final String UNKNOWN = "\0";

    /** GitHub runs no more jobs of a matrix; what a value beyond would be is taken for not known. */
    private static final int MATRIX_JOBS = 256;

    /** What an image can be in a job with that matrix. */
    public static List<ImageCandidate> of(Image image, Optional<Matrix> matrix) {
        if (!image.isExpression()) {
            return List.of(known(image.text(), image.span(), Optional.empty()));
        }
        List<Fence> fences = Fence.of(image.scalar());
        boolean whole = fences.size() == 1
                && fences.get(0).body().length() + "${{}}".length()
                        <= image.text().length()
                && image.text().startsWith("${{")
                && image.text().endsWith("}}");
        if (!whole) {
            return template(image, fences, matrix);
        }
        Fence fence = fences.get(0);
        List<Expression> results =
                fence.expression().map(ImageCandidate::results).orElse(List.of());
        if (results.isEmpty()) {
            return List.of(unknown(image.text(), image.span(), Optional.empty()));
        }
        return results.stream()
                .flatMap(result -> {
                    Span span = results.size() == 1 ? image.span() : fence.span(result);
                    return ofResult(result, image.text(), span, matrix);
                })
                .toList();
    }

    /** What an expression can evaluate to: both sides of an or, the right side of an and. */
    private static List<Expression> results(Expression expression) {
        if (!(expression instanceof Expression.Logical chain)) {
            return List.of(expression);
        }
        return chain.isOf(Operator.OR)
                ? chain.operands().stream()
                        .flatMap(operand -> results(operand).stream())
                        .toList()
                : results(chain.last());
    }

    private static Stream<ImageCandidate> ofResult(Expression result, String text, Span span, Optional<Matrix> matrix) {
        Optional<Value> constant = result.constant();
        if (constant.isPresent()) {
            return Stream.of(known(constant.get().text(), span, Optional.empty()));
        }
        Optional<ContextPath> path = matrixPath(result);
        if (path.isEmpty()) {
            return Stream.of(unknown(text, span, Optional.empty()));
        }
        List<Matrix.Expansion> values = matrix.map(m -> m.valuesOf(path.get())).orElse(List.of());
        Stream<ImageCandidate> candidates = values.stream().limit(MATRIX_JOBS).map(value -> {
            Optional<YamlScalar> origin = Optional.of(value.origin());
            return value.isKnown() ? known(value.text(), span, origin) : unknown(text, span, origin);
        });
        return values.size() > MATRIX_JOBS
                ? Stream.concat(candidates, Stream.of(unknown(text, span, Optional.empty())))
                : candidates;
    }

    /** Text around expressions: a lone one that reads the matrix is unfolded, others stay unknown parts. */
    private static List<ImageCandidate> template(Image image, List<Fence> fences, Optional<Matrix> matrix) {
        List<Matrix.Expansion> values = fences.size() != 1
                ? List.of()
                : fences.get(0)
                        .expression()
                        .flatMap(ImageCandidate::matrixPath)
                        .flatMap(path -> matrix.map(m -> m.valuesOf(path)))
                        .orElse(List.of());
        if (!values.isEmpty() && values.size() <= MATRIX_JOBS && values.stream().allMatch(Matrix.Expansion::isKnown)) {
            String fence = image.scalar()
                    .value()
                    .substring(fences.get(0).from(), fences.get(0).to());
            return values.stream()
                    .map(value ->
                            known(image.text().replace(fence, value.text()), image.span(), Optional.of(value.origin())))
                    .toList();
        }
        String skeleton = image.text();
        for (Fence fence : fences) {
            skeleton = skeleton.replace(image.scalar().value().substring(fence.from(), fence.to()), UNKNOWN);
        }
        ImageReference reference = ImageReference.parse(skeleton);
        boolean digestUnknown =
                reference.digest().filter(digest -> digest.contains(UNKNOWN)).isPresent();
        if (digestUnknown) {
            // Whatever stands after an @ must be a digest, or the registry refuses it.
            return List.of();
        }
        // Where nothing of the name is written out, the expressions can give whole references.
        boolean isNamed = reference.name().chars().anyMatch(Character::isLetterOrDigit)
                || reference.tag().stream().anyMatch(tag -> !tag.contains(UNKNOWN));
        return List.of(new ImageCandidate(
                image.text(), isNamed ? Optional.of(reference) : Optional.empty(), image.span(), Optional.empty()));
    }

    private static Optional<ContextPath> matrixPath(Expression expression) {
        return ContextPath.of(expression).filter(path -> path.context().equals("matrix"));
    }

    private static ImageCandidate known(String text, Span span, Optional<YamlScalar> origin) {
        return new ImageCandidate(text, Optional.of(ImageReference.parse(text)), span, origin);
    }

    private static ImageCandidate unknown(String text, Span span, Optional<YamlScalar> origin) {
        return new ImageCandidate(text, Optional.empty(), span, origin);
    }
}
