package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.finding.Location;

/**
 * A gap in an update bot's cooldown, by which it takes releases on their first day.
 *
 * @param location where its configuration says so
 * @param subject what is meant, in words that stay the same when lines move
 * @param reason why, without a final full stop
 * @param remedy what closes it, as an instruction without a final full stop
 */
public record CooldownGap(Location location, String subject, String reason, String remedy) {}
