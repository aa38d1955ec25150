using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace BuyingGroups.Data;

/// <summary>INSERT … SELECT from LINQ: what a condition finds goes from table to table without leaving the database.</summary>
public static class SetBasedInsert
{
    /// <summary>Runs <paramref name="statement"/> around the SQL of <paramref name="query"/>.</summary>
    /// <param name="context">The transaction to run in.</param>
    /// <param name="query">Projects to an anonymous or named type; a column must not be named twice (write <c>a.Id + 0</c>).</param>
    /// <param name="statement">Makes the statement from the query, already in brackets and named <c>q</c>, and a function that quotes the names of its columns.</param>
    /// <param name="cancellationToken">Stops the statement.</param>
    /// <param name="constants">Values of the statement itself, placed where it says <see cref="Constant"/>.</param>
    /// <returns>Rows inserted.</returns>
    public static async Task<int> ExecuteAroundAsync(
        this PortalDbContext context, IQueryable query, Func<string, Func<string, string>, string> statement, CancellationToken cancellationToken, params object[] constants)
    {
        await using var command = query.CreateDbCommand();
        var parameters = command.Parameters.Cast<DbParameter>().ToArray();
        command.Parameters.Clear();
        var quote = context.GetService<ISqlGenerationHelper>();
        var sql = statement($"({command.CommandText}) AS q", name => $"q.{quote.DelimitIdentifier(name)}");
        sql = Literal(sql);
        for (var i = 0; i < constants.Length; i++)
            sql = sql.Replace(Constant(i), $"{{{parameters.Length + i}}}", StringComparison.Ordinal);
        return await context.Database.ExecuteSqlRawAsync(sql, [.. parameters, .. constants], cancellationToken);
    }

    /// <summary>The place of a constant in a statement.</summary>
    public static string Constant(int number) => $"\u0001{number}\u0001";

    /// <summary>EF reads braces as places for parameters; those of a text in the query are none.</summary>
    private static string Literal(string sql) => sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
