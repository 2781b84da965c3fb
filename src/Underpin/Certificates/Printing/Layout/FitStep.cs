namespace Underpin.Certificates.Printing.Layout;

/// <summary>One thing to try when fitting text: at most so many lines, in whole points from largest to smallest.</summary>
/// <param name="OnlyWholeWords">True to refuse a setting that breaks inside a word.</param>
internal readonly record struct FitStep(int Lines, double Largest, double Smallest, bool OnlyWholeWords = true);
