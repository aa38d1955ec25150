namespace BuyingGroups.Tests.Databases;

/// <summary>The databases the portal runs on; the names are those of <c>Database:Provider</c>.</summary>
public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
    SqlServer,
}
