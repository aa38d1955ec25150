using BuyingGroups.Tests.Machine;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace BuyingGroups.Tests.Databases;

/// <summary>
/// A test that runs once on each database: <c>[OnEveryDatabase] public async Task Name(DatabaseKind kind)</c>. It carries the trait
/// Category=Database. SQLite always; PostgreSQL unless this machine has none (then skipped with the reason, or failed under CI=true);
/// SQL Server when BUYINGGROUPS_SQLSERVER names one.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("BuyingGroups.Tests.Databases." + nameof(EveryDatabaseDiscoverer), "BuyingGroups.Tests")]
[TraitDiscoverer("BuyingGroups.Tests.Databases." + nameof(DatabaseTraitDiscoverer), "BuyingGroups.Tests")]
public sealed class OnEveryDatabaseAttribute : FactAttribute, ITraitAttribute
{
    /// <summary>Set when the test is about servers only (several connections, locks between processes).</summary>
    public bool NotOnSqlite { get; set; }

    /// <summary>Set when the test arranges its database in a way that SQL Server does not know.</summary>
    public bool NotOnSqlServer { get; set; }
}

/// <summary>Makes one test case per database, the kind being its only argument.</summary>
public sealed class EveryDatabaseDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        if (!factAttribute.GetNamedArgument<bool>(nameof(OnEveryDatabaseAttribute.NotOnSqlite)))
        {
            yield return Case(DatabaseKind.Sqlite);
        }

        yield return ThisMachine.WhyNoPostgreSql is { } reason ? Skipped(DatabaseKind.PostgreSql, reason) : Case(DatabaseKind.PostgreSql);

        if (ThisMachine.SqlServer is not null && !factAttribute.GetNamedArgument<bool>(nameof(OnEveryDatabaseAttribute.NotOnSqlServer)))
        {
            yield return Case(DatabaseKind.SqlServer);
        }

        XunitTestCase Case(DatabaseKind kind) =>
            new(diagnostics, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, [kind]);

        XunitSkippedDataRowTestCase Skipped(DatabaseKind kind, string why) =>
            new(diagnostics, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, why, [kind]);
    }
}

/// <summary>Gives each such test Category=Database, so that <c>--filter Category=Database</c> finds it.</summary>
public sealed class DatabaseTraitDiscoverer : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute) => [new("Category", "Database")];
}
