using System.Globalization;
using System.Reflection;

namespace BuyingGroups.Tests.Machine;

/// <summary>
/// What this machine offers to the tests. A developer without PostgreSQL or Chromium sees those tests skipped, with the reason;
/// under CI=true nothing is skipped for want of a program: the test runs and fails saying what is missing.
/// </summary>
public static class ThisMachine
{
    /// <summary>True when CI=true: whatever is missing is then a failure, never a skip.</summary>
    public static bool IsContinuousIntegration { get; } =
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The folder of the repository this test assembly was built from.</summary>
    public static string Repository { get; } = MetadataOf("Repository");

    /// <summary>Debug or Release: the portal that is started must be the one built with these tests.</summary>
    public static string BuildConfiguration { get; } = MetadataOf("BuildConfiguration");

    /// <summary>The folder with initdb and postgres; null when this machine has none.</summary>
    public static string? PostgreSqlPrograms { get; } = FindPostgreSql();

    /// <summary>The Chromium program; null when this machine has none.</summary>
    public static string? Chromium { get; } = FindChromium();

    /// <summary>Why tests on PostgreSQL are skipped here; null when they run.</summary>
    public static string? WhyNoPostgreSql { get; } = PostgreSqlPrograms is null && !IsContinuousIntegration
        ? "PostgreSQL is not on this machine: install Debian's package postgresql, or set BUYINGGROUPS_POSTGRESQL_PROGRAMS to the folder that holds initdb."
        : null;

    /// <summary>Why tests in a browser are skipped here; null when they run.</summary>
    public static string? WhyNoBrowser { get; } = Chromium is null && !IsContinuousIntegration
        ? "Chromium is not on this machine: install Debian's package chromium, or set BUYINGGROUPS_CHROMIUM to the program."
        : null;

    /// <summary>A connection string to a SQL Server whose account may create and drop databases; null when none is named.</summary>
    public static string? SqlServer { get; } = NotEmpty(Environment.GetEnvironmentVariable("BUYINGGROUPS_SQLSERVER"));

    /// <summary>The S&amp;P 500 file that lies beside the repository; null when it does not.</summary>
    public static string? SharedCompanies { get; } = Existing(Path.GetFullPath(Path.Combine(Repository, "..", "shared", "data", "sp500-companies.csv")));

    private static string? FindPostgreSql()
    {
        string?[] named = [NotEmpty(Environment.GetEnvironmentVariable("BUYINGGROUPS_POSTGRESQL_PROGRAMS"))];
        const string debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(debian)
            ? Directory.GetDirectories(debian).OrderByDescending(NewestFirst).Select(folder => Path.Combine(folder, "bin"))
            : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return named.Concat(installed).Concat(onPath)
            .FirstOrDefault(folder => folder is { Length: > 0 } && File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));

        static int NewestFirst(string folder) => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0;
    }

    private static string? FindChromium()
    {
        string?[] candidates =
        [
            NotEmpty(Environment.GetEnvironmentVariable("BUYINGGROUPS_CHROMIUM")),
            "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        ];
        return candidates.FirstOrDefault(File.Exists);
    }

    private static string MetadataOf(string key) => typeof(ThisMachine).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => string.Equals(attribute.Key, key, StringComparison.Ordinal)).Value!;

    private static string? NotEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static string? Existing(string path) => File.Exists(path) ? path : null;
}
