namespace BuyingGroups.Portal.Features.Imports.Reading;

/// <summary>
/// A spreadsheet runs a cell that starts with =, +, - or @ as a formula, whoever wrote it. What leaves the portal gets an apostrophe in
/// front of such a cell, and what comes back in loses it again; inside the portal it is text like any other.
/// </summary>
public static class FormulaCells
{
    /// <summary>The cell as it may leave the portal. Plain numbers and phone numbers stay as they are: no formula is made of digits alone.</summary>
    public static string Neutralised(string cell)
    {
        if (cell.Length == 0 || !Starts(cell[0]) || IsNumeric(cell))
            return cell;
        return "'" + cell;
    }

    /// <summary>The cell as it was before <see cref="Neutralised"/>.</summary>
    public static ReadOnlySpan<char> Restored(ReadOnlySpan<char> cell) => cell.Length > 1 && cell[0] == '\'' && Starts(cell[1]) ? cell[1..] : cell;

    private static bool Starts(char character) => character is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';

    private static bool IsNumeric(string cell)
    {
        if (cell[0] is not ('+' or '-'))
            return false;
        for (var i = 1; i < cell.Length; i++)
        {
            if (!char.IsAsciiDigit(cell[i]) && cell[i] is not (' ' or '.' or ',' or '(' or ')' or '-' or '\u00A0'))
                return false;
        }
        return true;
    }
}
