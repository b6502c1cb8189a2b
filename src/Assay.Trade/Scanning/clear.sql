DROP TABLE scan_reporters; DROP TABLE scan_partners; DROP TABLE scan_products; DROP TABLE scan_segments; DROP TABLE scan_width; DROP VIEW scan_rows; DROP TABLE scan_lone;
