using BuyingGroups.Tests.Machine;

namespace BuyingGroups.Tests.Databases;

/// <summary>A test that needs a real SQL Server: skipped, saying how to name one, unless BUYINGGROUPS_SQLSERVER holds a connection string.</summary>
public sealed class SqlServerFactAttribute : FactAttribute
{
    public SqlServerFactAttribute() => Skip = ThisMachine.SqlServer is null
        ? "No SQL Server is named. Set BUYINGGROUPS_SQLSERVER to a connection string whose account may create databases; the whole database suite then runs on it too."
        : null;
}
