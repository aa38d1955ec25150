using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BuyingGroups.Data;

/// <summary>Every time in the database is UTC, and says so when read.</summary>
public sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Utc ? value : DateTime.SpecifyKind(value, DateTimeKind.Utc),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

/// <summary>SQLite has no decimal: a number with at most four decimals is kept as a whole number of ten-thousandths, exact and comparable.</summary>
public sealed class ScaledDecimalConverter() : ValueConverter<decimal, long>(
    value => (long)decimal.Round(value * 10_000m, 0, MidpointRounding.AwayFromZero),
    value => value / 10_000m);
