using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace BuyingGroups.Tests.Databases;

/// <summary>Microsoft's own T-SQL parser: SQL Server cannot run on every machine, but what we send it can be read on each.</summary>
public static class TransactSql
{
    /// <summary>Fails with the parser's words and the line they are about when <paramref name="sql"/> is not T-SQL.</summary>
    public static TSqlFragment Parse(string sql)
    {
        using var reader = new StringReader(sql);
        var fragment = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        var lines = sql.Split('\n');
        Assert.Empty(errors.Select(error => $"line {error.Line}: {error.Message} in «{lines.ElementAtOrDefault(error.Line - 1)?.Trim()}»").ToList());
        return fragment;
    }
}
